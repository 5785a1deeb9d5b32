import { Attendance, SocketTicket } from '@shopbell/protocol'
import { WebSocket } from 'ws'
import type { ConsoleApi } from './console-api.ts'

/** Somebody who has the console open, and is busy until they leave. */
export interface PersonAtConsole {
  readonly leave: () => Promise<void>
}

/** Opens the console's socket as the owner, and sets them busy (ACT-04). */
export async function sitBusyAtConsole(url: string, api: ConsoleApi): Promise<PersonAtConsole> {
  const { ticket } = await api.postAsPerson('socket-tickets', SocketTicket, '{}')
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/console`, { headers: { origin: url } })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => socket.send(JSON.stringify({ type: 'hello', ticket })))
    socket.once('message', () => resolve())
    socket.once('error', reject)
  })
  const setBusy = (busy: boolean) => api.postAsPerson('attendance', Attendance, JSON.stringify({ busy }))
  await setBusy(true)
  return {
    leave: async () => {
      await setBusy(false)
      socket.close()
    },
  }
}
