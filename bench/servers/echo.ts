/** The limit: the same framework on the same server library, which parses the body and answers with it from memory. */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const app = new Hono()
app.post('*', async (context) => context.json(await context.req.json()))
app.get('*', (context) => context.body(reply, 200, { 'content-type': 'application/json' }))

const size = Number(process.argv[2] ?? 300)
const reply = JSON.stringify({ filler: 'x'.repeat(Math.max(0, size - 13)) })
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}` }))
})
