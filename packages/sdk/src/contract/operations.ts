// Generated from openapi.yaml by tools/codegen. Do not edit: run "pnpm run generate".

/** One operation of the contract; `isWrite` says that it takes an idempotency key. */
export interface Operation {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE'
  /** The path template, with {names} where parameters go. */
  readonly path: string
  /** False for the probes and the documentation, which need no key. */
  readonly isAuthenticated: boolean
  /** What the key must be allowed; empty when any key will do. */
  readonly scopes: readonly string[]
  readonly isWrite: boolean
  readonly successStatuses: readonly number[]
}

export const operations = {
  getHealth: {
    method: 'GET',
    path: '/api/system/health',
    isAuthenticated: true,
    scopes: [],
    isWrite: false,
    successStatuses: [200],
  },
  syncProducts: {
    method: 'POST',
    path: '/api/products/sync',
    isAuthenticated: true,
    scopes: ['sync'],
    isWrite: true,
    successStatuses: [200],
  },
  syncWarehouses: {
    method: 'POST',
    path: '/api/warehouses/sync',
    isAuthenticated: true,
    scopes: ['admin'],
    isWrite: true,
    successStatuses: [200],
  },
  syncBrokers: {
    method: 'POST',
    path: '/api/brokers/sync',
    isAuthenticated: true,
    scopes: ['admin'],
    isWrite: true,
    successStatuses: [200],
  },
  getAccountProfile: {
    method: 'GET',
    path: '/api/account/profile',
    isAuthenticated: true,
    scopes: ['read'],
    isWrite: false,
    successStatuses: [200],
  },
  putAccountProfile: {
    method: 'PUT',
    path: '/api/account/profile',
    isAuthenticated: true,
    scopes: ['admin'],
    isWrite: true,
    successStatuses: [200],
  },
  syncOrders: {
    method: 'POST',
    path: '/api/orders/sync',
    isAuthenticated: true,
    scopes: ['sync'],
    isWrite: true,
    successStatuses: [200],
  },
  planExport: {
    method: 'POST',
    path: '/api/exports/plan',
    isAuthenticated: true,
    scopes: ['plan'],
    isWrite: true,
    successStatuses: [200, 201],
  },
  executeExport: {
    method: 'POST',
    path: '/api/exports/execute',
    isAuthenticated: true,
    scopes: ['execute'],
    isWrite: true,
    successStatuses: [200, 201],
  },
  listExports: {
    method: 'GET',
    path: '/api/exports',
    isAuthenticated: true,
    scopes: ['read'],
    isWrite: false,
    successStatuses: [200],
  },
  inspectExport: {
    method: 'GET',
    path: '/api/exports/{id}',
    isAuthenticated: true,
    scopes: ['read'],
    isWrite: false,
    successStatuses: [200],
  },
  approveExport: {
    method: 'POST',
    path: '/api/exports/{id}/approvals',
    isAuthenticated: true,
    scopes: ['approve'],
    isWrite: true,
    successStatuses: [201],
  },
  listExportEvents: {
    method: 'GET',
    path: '/api/exports/{id}/events',
    isAuthenticated: true,
    scopes: ['read'],
    isWrite: false,
    successStatuses: [200],
  },
  getPlan: {
    method: 'GET',
    path: '/api/exports/{id}/plans/{planHash}',
    isAuthenticated: true,
    scopes: ['read'],
    isWrite: false,
    successStatuses: [200],
  },
  diffPlans: {
    method: 'GET',
    path: '/api/exports/{id}/plans/{planHash}/diff',
    isAuthenticated: true,
    scopes: ['read'],
    isWrite: false,
    successStatuses: [200],
  },
  getCustomsPackage: {
    method: 'GET',
    path: '/api/customs-packages/{id}',
    isAuthenticated: true,
    scopes: ['read'],
    isWrite: false,
    successStatuses: [200],
  },
  downloadArtifact: {
    method: 'GET',
    path: '/api/customs-packages/{id}/artifacts/{artifact_type}',
    isAuthenticated: true,
    scopes: ['read'],
    isWrite: false,
    successStatuses: [200],
  },
  getRule: {
    method: 'GET',
    path: '/api/rules/{ruleId}',
    isAuthenticated: true,
    scopes: [],
    isWrite: false,
    successStatuses: [200],
  },
  getContract: {
    method: 'GET',
    path: '/docs/api/openapi',
    isAuthenticated: false,
    scopes: [],
    isWrite: false,
    successStatuses: [200],
  },
  getLiveness: {
    method: 'GET',
    path: '/livez',
    isAuthenticated: false,
    scopes: [],
    isWrite: false,
    successStatuses: [200],
  },
  getReadiness: {
    method: 'GET',
    path: '/readyz',
    isAuthenticated: false,
    scopes: [],
    isWrite: false,
    successStatuses: [200],
  },
  getMetrics: {
    method: 'GET',
    path: '/metrics',
    isAuthenticated: false,
    scopes: [],
    isWrite: false,
    successStatuses: [200],
  },
} as const

export type OperationId = keyof typeof operations
