import type { SimulatedBuyer } from './simulated-buyer.ts'

/** Lets every buyer send `messages` messages, one after the other; resolves when all are stored. */
export async function sayEach(buyers: readonly SimulatedBuyer[], messages: number): Promise<void> {
  for (let round = 0; round < messages; round += 1) {
    await Promise.all(buyers.map(sayOnce))
  }
}

function sayOnce(buyer: SimulatedBuyer): Promise<void> {
  return new Promise((resolve, reject) => {
    buyer.whenAnswered = (ending) => {
      if (ending === 'stored') resolve()
      else reject(new Error('A message was refused.'))
    }
    buyer.say()
  })
}
