// Reports by Azure Communication Services, from a domain that Azure manages or one of your own.
param token string
param tags object
param principalId string
param domain string

var emailServiceOwner = '09976791-48a7-449e-bb21-39d1a415f350'
var managed = empty(domain)

resource email 'Microsoft.Communication/emailServices@2023-04-01' = {
  name: 'email-${token}'
  location: 'global'
  tags: tags
  properties: { dataLocation: 'United States' }

  resource senders 'domains' = {
    name: managed ? 'AzureManagedDomain' : domain
    location: 'global'
    tags: tags
    properties: {
      domainManagement: managed ? 'AzureManaged' : 'CustomerManaged'
      userEngagementTracking: 'Disabled'
    }
  }
}

resource communication 'Microsoft.Communication/communicationServices@2023-04-01' = {
  name: 'acs-${token}'
  location: 'global'
  tags: tags
  properties: { dataLocation: 'United States', linkedDomains: managed ? [email::senders.id] : [] }
}

resource graderSends 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(communication.id, principalId, emailServiceOwner)
  scope: communication
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', emailServiceOwner)
  }
}

output endpoint string = 'https://${communication.properties.hostName}'
output sender string = 'DoNotReply@${email::senders.properties.mailFromSenderDomain}'
