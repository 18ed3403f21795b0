// Brain 1 with the pages: one container, for its diaries are its own. Without a log-in nobody outside reaches it.
// as long as uniqueString makes it: names made of it have a shortest length
@minLength(13)
param token string
param location string
param tags object
param identityId string
param clientId string
param principalId string
param workspaceName string
param insightsConnectionString string
param image string
param loginClientId string
param store string
param events string
param results string
param resultStream string

var acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'
var placeholder = 'mcr.microsoft.com/k8se/quickstart:latest'
var name = 'ca-actor-${token}'

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: 'cr${token}'
  location: location
  tags: tags
  sku: { name: 'Basic' }
  properties: { adminUserEnabled: false }
}

resource pulls 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, principalId, acrPull)
  scope: registry
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', acrPull)
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: 'cae-${token}'
  location: location
  tags: tags
  properties: { appLogsConfiguration: { destination: 'azure-monitor' } }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: environment
  properties: { workspaceId: workspace.id, logs: [{ categoryGroup: 'allLogs', enabled: true }] }
}

resource actor 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'actor' })
  dependsOn: [pulls]
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    managedEnvironmentId: environment.id
    configuration: {
      ingress: { external: !empty(loginClientId), targetPort: 8000, allowInsecure: false, transport: 'http' }
      registries: [{ server: registry.properties.loginServer, identity: identityId }]
    }
    template: {
      containers: [
        {
          name: 'actor'
          image: empty(image) ? placeholder : image
          resources: { cpu: json('2.0'), memory: '4Gi' }
          env: concat(empty(loginClientId) ? [] : [
            { name: 'SPARRING_IDENTITY_HEADER', value: 'X-MS-CLIENT-PRINCIPAL-ID' }
            // the log-in is a sidecar of this very replica, and passes on what it lets through by its loopback
            { name: 'SPARRING_IDENTITY_PROXIES', value: '127.0.0.1,::1' }
          ], [
            { name: 'AZURE_CLIENT_ID', value: clientId }
            { name: 'SPARRING_HOST', value: '0.0.0.0' }
            { name: 'SPARRING_TRUSTED_NETWORK', value: 'yes' }
            { name: 'SPARRING_BASE_URL', value: 'https://${name}.${environment.properties.defaultDomain}' }
            { name: 'SPARRING_INSIGHTS', value: insightsConnectionString }
            { name: 'SPARRING_STORE', value: store }
            { name: 'SPARRING_EVENTS', value: events }
            { name: 'SPARRING_RESULTS', value: results }
            { name: 'SPARRING_RESULT_STREAM', value: resultStream }
          ])
        }
      ]
      scale: { minReplicas: 1, maxReplicas: 1 }
    }
  }
}

resource login 'Microsoft.App/containerApps/authConfigs@2024-03-01' = if (!empty(loginClientId)) {
  parent: actor
  name: 'current'
  properties: {
    platform: { enabled: true }
    globalValidation: { unauthenticatedClientAction: 'RedirectToLoginPage', redirectToProvider: 'azureactivedirectory' }
    identityProviders: {
      azureActiveDirectory: {
        registration: { clientId: loginClientId, openIdIssuer: '${az.environment().authentication.loginEndpoint}${subscription().tenantId}/v2.0' }
      }
    }
  }
}

output url string = 'https://${name}.${environment.properties.defaultDomain}'
output registryEndpoint string = registry.properties.loginServer
