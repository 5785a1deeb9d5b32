import type { SimulatedBuyer } from './simulated-buyer.ts'

/** More at once than a server lets wait for its database would be refused. */
const AT_ONCE = 500

/** Lets every buyer send `messages` messages, one after the other; resolves when all are stored. */
export async function sayEach(buyers: readonly SimulatedBuyer[], messages: number): Promise<void> {
  for (let round = 0; round < messages; round += 1) {
    for (let first = 0; first < buyers.length; first += AT_ONCE) {
      await Promise.all(buyers.slice(first, first + AT_ONCE).map(sayOnce))
    }
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
