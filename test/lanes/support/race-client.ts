import type { RaceOrder } from '../race.ts'
import { type Answer, connect } from './api.ts'

process.on('message', async (order: RaceOrder) => {
  const api = connect(order.server)
  const answers: Promise<Answer>[] = order.keys.map((key) =>
    api.call({
      method: 'POST',
      path: '/api/exports/execute',
      body: order.body,
      headers: key === null ? {} : { 'idempotency-key': key },
    }),
  )
  process.send?.(await Promise.all(answers))
  api.close()
})
