import { expect, it } from 'vitest'

it('the suite runs on Node 24', () => expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(24))
