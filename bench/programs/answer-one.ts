/** Answers every request with the contract's example of an inspected export; prints its address. */
import { createServer } from 'node:http'
import { exampleNamed } from '@entrygo/sdk/testing'

const body = JSON.stringify(exampleNamed('Inspected'))
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
const server = createServer((_, response) => {
  response.writeHead(200, headers)
  response.end(body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}`, bytes: Buffer.byteLength(body) }))
})
