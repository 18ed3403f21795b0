// The model that judges; keys are off.
param token string
param location string
param tags object
param principalId string
param model string
param modelVersion string

var openAiUser = '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai-${token}'
  location: location
  tags: tags
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: { customSubDomainName: 'oai-${token}', disableLocalAuth: true }

  resource deployment 'deployments' = {
    name: 'judge'
    sku: { name: 'GlobalStandard', capacity: 50 }
    properties: {
      model: { format: 'OpenAI', name: model, version: modelVersion }
      versionUpgradeOption: 'NoAutoUpgrade'
    }
  }
}

resource graderAsks 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, openAiUser)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', openAiUser)
  }
}

output endpoint string = account.properties.endpoint
output deploymentName string = account::deployment.name
