// One identity for each brain: neither can do what only the other needs.
param token string
param location string
param tags object

resource actor 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-actor-${token}'
  location: location
  tags: tags
}

resource grader 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-grader-${token}'
  location: location
  tags: tags
}

output actorId string = actor.id
output actorName string = actor.name
output actorClientId string = actor.properties.clientId
output actorPrincipalId string = actor.properties.principalId
output graderId string = grader.id
output graderName string = grader.name
output graderClientId string = grader.properties.clientId
output graderPrincipalId string = grader.properties.principalId
output principalIds array = [actor.properties.principalId, grader.properties.principalId]
