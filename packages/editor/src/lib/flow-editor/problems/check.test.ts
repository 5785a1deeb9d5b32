import {
  applyOperations,
  diffFlows,
  countChanges,
  PROFILES,
  validateFlow,
  type FlowDocument,
} from '@shopbell/engine'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCommand } from '../document/testing/any-command.ts'
import { sampleFlow } from '../document/testing/sample-flow.ts'
import { askCheck, startChecking, type CheckSubject } from './check.ts'

const profile = PROFILES.marketplace

test('whatever is edited, a worker that is told only what changed finds what the whole document has', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(9), anyCommand()), { maxLength: 30 }), (steps) => {
      const check = startChecking()
      let before: CheckSubject | null = null
      let now: CheckSubject = { document: sampleFlow(), live: null }
      for (const [what, choose] of steps) {
        const operations = choose(now.document)?.operations ?? []
        const { document } = applyOperations(now.document, operations)
        now = { document, live: what === 0 ? document : now.live }
        const request = structuredClone(askCheck(1, profile, now, before))
        before = now
        expect(check(request)).toMatchObject(expected(now))
      }
    }),
  )
})

test('what stays is not sent again', () => {
  const document = sampleFlow()
  const renamed: FlowDocument = { ...document, name: 'Another' }
  const request = askCheck(2, profile, { document: renamed, live: document }, { document, live: document })
  expect(request).toMatchObject({ rest: { name: 'Another' }, blocks: 'same', layout: 'same', live: 'same' })
})

function expected({ document, live }: CheckSubject) {
  return {
    problems: validateFlow(document, profile),
    changes: live ? countChanges(diffFlows(live, document)) : 0,
  }
}
