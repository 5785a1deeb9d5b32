import assert from 'node:assert/strict'

// The exports that docs/xstate.md makes with its first commands lie beside the block (`write-program.ts`).

interface Made {
  readonly reception?: {
    readonly getSnapshot: () => { readonly context: object }
    readonly stop: () => unknown
  }
  readonly machine?: { readonly states: object }
}

/** The answer was taken, or the machine has its regions; an actor is stopped, because it has timers. */
export function check({ reception, machine }: Made): void {
  assert.ok(reception ?? machine)
  if (reception !== undefined) {
    assert.deepEqual(reception.getSnapshot().context, { answers: { size: 'ml-750' }, handedTo: null })
    reception.stop()
  }
  if (machine !== undefined) assert.deepEqual(Object.keys(machine.states), ['handling', 'path', 'list'])
}
