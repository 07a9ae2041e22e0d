import { createEntryGo } from '@entrygo/sdk'
import { contractDocument } from '@entrygo/sdk/contract/document'
import { listOf, objectOf } from './schema/json.ts'

const examples = objectOf(objectOf(contractDocument['components'])['examples'])
const inspected = objectOf(objectOf(examples['Inspected'])['value'])
const [event] = listOf(inspected['events']).map(objectOf)

/** A server whose export is handed off until the given poll, with a new event at each; and how many polls it saw. */
export function slowServer(until: number): { polls: () => number; client: ReturnType<typeof createEntryGo> } {
  let polls = 0
  const fetch = async (): Promise<Response> => {
    polls += 1
    const events = Array.from({ length: polls }, (_, index) => ({ ...event, id: `evt_${index}`, seq: index + 1 }))
    const state = polls >= until ? 'completed' : 'handing_off'
    return Response.json({ ...inspected, state, events })
  }
  const client = createEntryGo({ baseUrl: 'http://entrygo.example', apiKey: 'eg_test_none', accountId: 'acc_1', fetch })
  return { polls: () => polls, client }
}
