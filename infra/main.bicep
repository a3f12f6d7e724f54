// Everything the product needs in Azure: one resource group, no secrets, no shared keys.
targetScope = 'subscription'

@minLength(1)
@maxLength(40)
@description('Name of the environment; names of resources derive from it.')
param environmentName string

@description('Azure region that offers Flex Consumption.')
param location string

@description('Directory tenants whose accounts may sign in, separated by commas.')
@minLength(36)
param entraTenants string

@description('Client id of the registered application that stands for the API and the pane.')
@minLength(36)
@maxLength(36)
param entraClientId string

@description('Who is told when something goes wrong.')
@minLength(3)
param alertEmail string

@description('The rule profile to serve.')
param profileId string = 'duk-2021-2025'

@description('Exact origins of pages that may call the API besides the pane it serves itself, separated by commas.')
param allowedOrigins string = ''

@description('Days during which no received workbook can be changed or deleted, by anyone.')
@minValue(1)
param immutabilityDays int = 365

@description('Months after which a received workbook is deleted: privacy.retentionMonths of the profile.')
param retentionMonths int = 60

var tags = { 'azd-env-name': environmentName }
var suffix = uniqueString(subscription().id, environmentName, location)

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'identity.bicep' = {
  scope: group
  params: { location: location, tags: tags, name: 'id-bloc-rollup-${suffix}' }
}

module monitoring 'monitoring.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    suffix: suffix
    principalId: identity.outputs.principalId
    alertEmail: alertEmail
  }
}

module hostStorage 'host-storage.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: 'sthost${suffix}'
    principalId: identity.outputs.principalId
  }
}

module recordStorage 'record-storage.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: 'strec${suffix}'
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
    immutabilityDays: immutabilityDays
    retentionMonths: retentionMonths
  }
}

module functionApp 'function-app.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: 'func-bloc-rollup-${suffix}'
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    hostStorageName: hostStorage.outputs.name
    deploymentContainerUrl: hostStorage.outputs.deploymentContainerUrl
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    settings: {
      AUTH_MODE: 'entra'
      ENTRA_TENANTS: entraTenants
      ENTRA_CLIENT_ID: entraClientId
      ALLOWED_ORIGINS: allowedOrigins
      PROFILE: profileId
      STORE: 'azure'
      STORE_BLOB_ENDPOINT: recordStorage.outputs.blobEndpoint
      STORE_TABLE_ENDPOINT: recordStorage.outputs.tableEndpoint
      STORE_CONTAINER: recordStorage.outputs.containerName
      STORE_TABLE: recordStorage.outputs.tableName
    }
  }
}

module alerts 'alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    functionAppId: functionApp.outputs.id
    insightsId: monitoring.outputs.insightsId
    recordStorageId: recordStorage.outputs.id
    actionGroupId: monitoring.outputs.actionGroupId
  }
}

output API_URL string = 'https://${functionApp.outputs.hostName}/api'
output PANE_URL string = 'https://${functionApp.outputs.hostName}/api/pane/taskpane.html'
output STORE_BLOB_ENDPOINT string = recordStorage.outputs.blobEndpoint
output STORE_TABLE_ENDPOINT string = recordStorage.outputs.tableEndpoint
output STORE_CONTAINER string = recordStorage.outputs.containerName
output STORE_TABLE string = recordStorage.outputs.tableName
