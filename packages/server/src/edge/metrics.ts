import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What the server counts, and the Prometheus text of it. */
export interface Metrics {
  readonly contentType: string
  /** One finished request. */
  countRequest(operation: string, status: number, seconds: number): void
  /** One durable transaction of the store and how many changes it carried. */
  countCommit(changes: number): void
  text(): Promise<string>
}

/** Both are asked at each scrape. */
export function openMetrics(
  overdueSeconds: () => Promise<number>,
  isQuarantined: () => Promise<boolean | undefined>,
): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 })
  const registers = [registry]
  const requests = new Counter({
    name: 'entrygo_http_requests_total',
    help: 'Answered requests by operation and status.',
    labelNames: ['operation', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'entrygo_http_request_duration_seconds',
    help: 'Time from the first look at a request to its answer, by operation.',
    labelNames: ['operation'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const commits = new Counter({ name: 'entrygo_commits_total', help: 'Durable transactions of the store.', registers })
  const groups = new Histogram({
    name: 'entrygo_commit_group_size',
    help: 'Changes in one durable transaction.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128],
    registers,
  })
  new Gauge({
    name: 'entrygo_outbox_overdue_seconds',
    help: 'How long the oldest due effect has waited; 0 when none is due.',
    registers,
    async collect() {
      this.set(await overdueSeconds())
    },
  })
  new Gauge({
    name: 'entrygo_quarantine',
    help: '1 while a restored store is in quarantine: nothing is executed or sent.',
    registers,
    async collect() {
      this.set((await isQuarantined()) === true ? 1 : 0)
    },
  })
  const series = new Map<string, { count(): void; observe(seconds: number): void }>()
  const seriesOf = (operation: string, status: number): { count(): void; observe(seconds: number): void } => {
    const key = `${operation} ${status}`
    const known = series.get(key)
    if (known) return known
    const counter = requests.labels(operation, String(status))
    const histogram = durations.labels(operation)
    const made = { count: () => counter.inc(), observe: (seconds: number) => histogram.observe(seconds) }
    series.set(key, made)
    return made
  }
  return {
    contentType: registry.contentType,
    countRequest: (operation, status, seconds) => {
      const { count, observe } = seriesOf(operation, status)
      count()
      observe(seconds)
    },
    countCommit: (changes) => {
      commits.inc()
      groups.observe(changes)
    },
    text: () => registry.metrics(),
  }
}
