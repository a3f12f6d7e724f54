// What somebody must look at.
param location string
param tags object
param functionAppId string
param insightsId string
param recordStorageId string
param actionGroupId string

// Events are those of the structured log (functions/http/log.ts).
var queries = [
  {
    name: 'unexpected-errors'
    description: 'The app met an error that nobody had foreseen.'
    severity: 1
    query: 'traces | where message contains "unexpected-error"'
    threshold: 0
  }
  {
    name: 'audit-chain-broken'
    description: 'The audit log does not hold together: somebody may have changed it.'
    severity: 0
    query: 'traces | where message contains "audit-chain-broken"'
    threshold: 0
  }
  {
    name: 'refused-sign-ins'
    description: 'Many requests without a valid sign-in.'
    severity: 2
    query: 'requests | where resultCode in ("401", "403", "429")'
    threshold: 200
  }
]

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = [
  for alert in queries: {
    name: alert.name
    location: location
    tags: tags
    properties: {
      description: alert.description
      severity: alert.severity
      enabled: true
      scopes: [insightsId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: alert.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      actions: { actionGroups: [actionGroupId] }
    }
  }
]

resource serverErrors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'server-errors'
  location: 'global'
  tags: tags
  properties: {
    description: 'Requests fail on the server.'
    severity: 1
    enabled: true
    scopes: [functionAppId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'http5xx'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'Http5xx'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 5
        }
      ]
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}

resource storageAvailability 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'record-storage-availability'
  location: 'global'
  tags: tags
  properties: {
    description: 'The storage of the records does not answer as it should.'
    severity: 1
    enabled: true
    scopes: [recordStorageId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'availability'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'Availability'
          timeAggregation: 'Average'
          operator: 'LessThan'
          threshold: 99
        }
      ]
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}
