// Sparring on Azure: brain 1 as a container app, brain 2 as a function, and the air gap of blobs between them.
// Nobody holds a key: one identity each, and a role on exactly what it needs.
targetScope = 'subscription'

@minLength(1)
@maxLength(40)
param environmentName string
@minLength(1)
param location string

@description('Azure OpenAI model that judges, its version, and its family where the name does not tell.')
param judgeModel string
param judgeModelVersion string
param judgeFamily string = 'auto'
@description('A domain of your own for reports; empty: one that Azure manages.')
param mailDomain string = ''
@description('App registration that lets people in; empty: the pages are reached from inside the environment alone.')
param loginClientId string = ''
@description('Where results are kept: PostgreSQL, or Cosmos DB for one tenant of moderate size (docs/adr/0032).')
@allowed(['postgres', 'cosmos'])
param resultsStore string = 'postgres'
@description('Days a call is kept before brain 2 erases it; empty: until somebody deletes it.')
param keepDays string = ''
@description('Set by azd when it deploys.')
param actorImage string = ''

var token = uniqueString(subscription().id, environmentName, location)
var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: { token: token, location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: { token: token, location: location, tags: tags, principalIds: identity.outputs.principalIds }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    actorPrincipalId: identity.outputs.actorPrincipalId
    graderPrincipalId: identity.outputs.graderPrincipalId
  }
}

module events 'modules/events.bicep' = {
  name: 'events'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    storageAccountName: storage.outputs.accountName
    containerName: storage.outputs.containerName
    queueName: storage.outputs.queueName
    deadLetterContainerName: storage.outputs.deadLetterContainerName
  }
}

module results 'modules/postgres.bicep' = if (resultsStore == 'postgres') {
  name: 'results'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    actorName: identity.outputs.actorName
    actorPrincipalId: identity.outputs.actorPrincipalId
    graderName: identity.outputs.graderName
    graderPrincipalId: identity.outputs.graderPrincipalId
  }
}

module documents 'modules/cosmos.bicep' = if (resultsStore == 'cosmos') {
  name: 'documents'
  scope: group
  params: { token: token, location: location, tags: tags, principalIds: identity.outputs.principalIds }
}

module judge 'modules/openai.bicep' = {
  name: 'judge'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    principalId: identity.outputs.graderPrincipalId
    model: judgeModel
    modelVersion: judgeModelVersion
  }
}

module mail 'modules/mail.bicep' = {
  name: 'mail'
  scope: group
  params: { token: token, tags: tags, principalId: identity.outputs.graderPrincipalId, domain: mailDomain }
}

module actor 'modules/actor.bicep' = {
  name: 'actor'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    identityId: identity.outputs.actorId
    clientId: identity.outputs.actorClientId
    principalId: identity.outputs.actorPrincipalId
    workspaceName: monitoring.outputs.workspaceName
    insightsConnectionString: monitoring.outputs.connectionString
    image: actorImage
    loginClientId: loginClientId
    store: storage.outputs.store
    events: storage.outputs.events
    resultStream: storage.outputs.resultStream
    results: resultsStore == 'cosmos' ? documents!.outputs.address : results!.outputs.actorAddress
  }
}

module grader 'modules/grader.bicep' = {
  name: 'grader'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    identityId: identity.outputs.graderId
    clientId: identity.outputs.graderClientId
    storageAccountName: storage.outputs.accountName
    packageContainerName: storage.outputs.packageContainerName
    insightsConnectionString: monitoring.outputs.connectionString
    store: storage.outputs.store
    events: storage.outputs.events
    resultStream: storage.outputs.resultStream
    results: resultsStore == 'cosmos' ? documents!.outputs.address : results!.outputs.graderAddress
    judgeUrl: judge.outputs.endpoint
    judgeDeployment: judge.outputs.deploymentName
    judgeFamily: judgeFamily
    keepDays: keepDays
    mailEndpoint: mail.outputs.endpoint
    mailFrom: mail.outputs.sender
    baseUrl: actor.outputs.url
  }
}

output AZURE_RESOURCE_GROUP string = group.name
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = actor.outputs.registryEndpoint
output SPARRING_STORE string = storage.outputs.store
output SPARRING_RESULT_STREAM string = storage.outputs.resultStream
output SPARRING_EVENTS string = storage.outputs.events
output SPARRING_RESULTS string = resultsStore == 'cosmos' ? documents!.outputs.address : results!.outputs.actorAddress
output SPARRING_BASE_URL string = actor.outputs.url
output SPARRING_JUDGE_URL string = judge.outputs.endpoint
output SPARRING_JUDGE_MODEL string = judge.outputs.deploymentName
output SPARRING_ACS_ENDPOINT string = mail.outputs.endpoint
output SPARRING_MAIL_FROM string = mail.outputs.sender
