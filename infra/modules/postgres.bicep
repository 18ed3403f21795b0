// Results: PostgreSQL, by Microsoft Entra alone. Both brains act as the administrators' role, so they share their tables.
param token string
param location string
param tags object
param actorName string
param actorPrincipalId string
param graderName string
param graderPrincipalId string

var database = 'sparring'
var role = 'options=-c%20role%3Dazure_pg_admin'
var brains = [
  { name: actorName, principalId: actorPrincipalId }
  { name: graderName, principalId: graderPrincipalId }
]

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: 'psql-${token}'
  location: location
  tags: tags
  sku: { name: 'Standard_B1ms', tier: 'Burstable' }
  properties: {
    version: '16'
    authConfig: { activeDirectoryAuth: 'Enabled', passwordAuth: 'Disabled', tenantId: tenant().tenantId }
    storage: { storageSizeGB: 32 }
    backup: { backupRetentionDays: 7, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'Disabled' }
  }

  resource sparring 'databases' = {
    name: database
  }

  // what runs inside Azure; nobody else reaches it
  resource azure 'firewallRules' = {
    name: 'azure'
    dependsOn: [sparring]
    properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
  }
}

@batchSize(1)
resource administrators 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2024-08-01' = [for brain in brains: {
  parent: server
  name: brain.principalId
  dependsOn: [server::azure]
  properties: { principalName: brain.name, principalType: 'ServicePrincipal', tenantId: tenant().tenantId }
}]

output actorAddress string = 'postgresql://${actorName}@${server.properties.fullyQualifiedDomainName}/${database}?sslmode=require&${role}'
output graderAddress string = 'postgresql://${graderName}@${server.properties.fullyQualifiedDomainName}/${database}?sslmode=require&${role}'
