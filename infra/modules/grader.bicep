// Brain 2: a function on Flex Consumption, from functions/.
param token string
param location string
param tags object
param identityId string
param clientId string
param storageAccountName string
param packageContainerName string
param insightsConnectionString string
param store string
param events string
param results string
param resultStream string
param judgeUrl string
param judgeDeployment string
param judgeFamily string
param mailEndpoint string
param mailFrom string
param baseUrl string
param keepDays string

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageAccountName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource grader 'Microsoft.Web/sites@2024-04-01' = {
  name: 'func-${token}'
  location: location
  tags: union(tags, { 'azd-service-name': 'grader' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: { minTlsVersion: '1.2' }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${account.properties.primaryEndpoints.blob}${packageContainerName}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      scaleAndConcurrency: { instanceMemoryMB: 2048, maximumInstanceCount: 40 }
      runtime: { name: 'python', version: '3.12' }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AzureWebJobsStorage__accountName: account.name
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: clientId
      CallEvents__queueServiceUri: account.properties.primaryEndpoints.queue
      CallEvents__credential: 'managedidentity'
      CallEvents__clientId: clientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${clientId};Authorization=AAD'
      AZURE_CLIENT_ID: clientId
      SPARRING_DATA_DIR: '/tmp/sparring'
      SPARRING_TELEMETRY: 'none'
      SPARRING_INSIGHTS: insightsConnectionString
      SPARRING_STORE: store
      SPARRING_EVENTS: events
      SPARRING_RESULTS: results
      SPARRING_RESULT_STREAM: resultStream
      SPARRING_GRADER: 'model'
      SPARRING_JUDGE_URL: judgeUrl
      SPARRING_JUDGE_MODEL: judgeDeployment
      SPARRING_JUDGE_FAMILY: judgeFamily
      SPARRING_ACS_ENDPOINT: mailEndpoint
      SPARRING_MAIL_FROM: mailFrom
      SPARRING_BASE_URL: baseUrl
      SPARRING_KEEP_DAYS: keepDays
    }
  }
}

output name string = grader.name
