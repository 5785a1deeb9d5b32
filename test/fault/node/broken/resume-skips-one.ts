import type { Alterations } from '../../../../packages/server/src/start-server.ts'

/** Resumes after the message that follows the last one the client holds: `>=` where `>` belongs. */
export function resumeSkipsOne(): Alterations {
  return {
    reception: (reception) => ({
      ...reception,
      hello: async (storeId, greeting, listener) => {
        const { after } = greeting
        if (after === 0 || after === 'read') return reception.hello(storeId, greeting, listener)
        let first = true
        return reception.hello(storeId, greeting, {
          ...listener,
          say: (frames) => {
            const isNext = first && frames.some(({ type }) => type === 'message')
            if (isNext) first = false
            listener.say(isNext ? frames.filter((frame) => !isJustAfter(frame, after)) : frames)
          },
        })
      },
    }),
  }
}

function isJustAfter(frame: { readonly type: string; readonly seq?: number }, after: number): boolean {
  return frame.type === 'message' && frame.seq === after + 1
}
