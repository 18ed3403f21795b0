// The air gap, the queue of its events, and the function's own containers. Shared keys are off.
// as long as uniqueString makes it: names made of it have a shortest length
@minLength(13)
param token string
param location string
param tags object
param actorPrincipalId string
param graderPrincipalId string

// what functions/function_app.py listens to; dead letters lie in the queue of that name with -dead
var queue = 'calls-written'
var container = 'air-gap'
var resultsContainer = 'results'
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: 'st${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    resource transcripts 'containers' = { name: container }
    resource results 'containers' = { name: resultsContainer }
    resource package 'containers' = { name: 'function-package' }
    resource undelivered 'containers' = { name: 'undelivered-events' }
  }

  resource queues 'queueServices' = {
    name: 'default'
    resource written 'queues' = { name: queue }
    resource poisoned 'queues' = { name: '${queue}-poison' }
    resource dead 'queues' = { name: '${queue}-dead' }
  }
}

resource actorWrites 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobs::transcripts.id, actorPrincipalId, blobDataContributor)
  scope: account::blobs::transcripts
  properties: {
    principalId: actorPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
  }
}

// whoever deletes a call withdraws its row from the warehouse's results
resource actorWithdraws 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobs::results.id, actorPrincipalId, blobDataContributor)
  scope: account::blobs::results
  properties: {
    principalId: actorPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
  }
}

// the host keeps its leases and its package in blobs of this account, its timers' history in tables
resource graderUses 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in [blobDataOwner, queueDataContributor, tableDataContributor]: {
  name: guid(account.id, graderPrincipalId, role)
  scope: account
  properties: {
    principalId: graderPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

output accountName string = account.name
output containerName string = container
output queueName string = queue
output packageContainerName string = 'function-package'
output deadLetterContainerName string = 'undelivered-events'
output store string = 'az://${account.name}/${container}'
output resultStream string = 'az://${account.name}/${resultsContainer}'
output events string = 'azq://${account.name}/${queue}'
