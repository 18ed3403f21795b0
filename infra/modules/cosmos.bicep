// Results: Cosmos DB for NoSQL, by Microsoft Entra alone. Both brains read and write one container and make none.
param token string
param location string
param tags object
param principalIds array

var database = 'sparring'
var dataContributor = '00000000-0000-0000-0000-000000000002'

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: 'cosmos-${token}'
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    disableLocalAuth: true
    minimalTlsVersion: 'Tls12'
    capabilities: [{ name: 'EnableServerless' }]
    // one process asks for what another has just written
    consistencyPolicy: { defaultConsistencyLevel: 'Strong' }
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: false }]
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous7Days' } }
  }

  resource sparring 'sqlDatabases' = {
    name: database
    properties: { resource: { id: database } }

    resource results 'containers' = {
      name: 'results'
      properties: {
        resource: {
          id: 'results'
          partitionKey: { paths: ['/tenant_id', '/part'], kind: 'MultiHash', version: 2 }
          // what is asked for, and nothing else: a scorecard's text costs no index
          indexingPolicy: {
            indexingMode: 'consistent'
            includedPaths: [
              { path: '/tenant_id/?' }
              { path: '/part/?' }
              { path: '/kind/?' }
              { path: '/record/rep_id/?' }
              { path: '/record/location_id/?' }
              { path: '/record/started_at/?' }
              { path: '/record/exam_id/?' }
              { path: '/exam/location_id/?' }
              { path: '/sitting/exam_id/?' }
              { path: '/sitting/rep_id/?' }
              { path: '/sitting/started_at/?' }
              { path: '/newest/status/?' }
              { path: '/counts/?' }
              { path: '/due_s/?' }
              { path: '/overridden_at/?' }
              { path: '/appealed_at/?' }
              { path: '/teams/[]/?' }
            ]
            excludedPaths: [{ path: '/*' }]
          }
        }
      }
    }
  }
}

resource roles 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = [for principalId in principalIds: {
  parent: account
  name: guid(account.id, principalId, dataContributor)
  properties: {
    principalId: principalId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
    scope: account.id
  }
}]

output address string = 'cosmos://${account.name}/${database}'
