import { type Send, Up } from '@shopbell/protocol'
import { Pool } from 'pg'
import { Compile } from 'typebox/compile'
import { compileFlow, textOf } from '../../packages/engine/src/conversation/program.ts'
import { MACHINE_ACTIONS } from '../../packages/engine/src/conversation/vocabulary.ts'
import { sampleFlows } from '../../packages/engine/src/testing/sample-flows.ts'
import { beginNaively, type NaiveFlow, takeNaiveStep } from '../naive-server/take-naive-step.ts'
import { TABLES } from '../naive-server/tables.ts'
import { openSocketServer } from '../process/open-socket-server.ts'
import { serveTasks, serving } from '../process/serve-tasks.ts'
import { OPEN } from '../process/server-tasks.ts'

// The server one writes first: the same wire, the same flow, the same validation, a transaction and an actor per message.

const POOL_SIZE = 16
const LIST_SEQ = 1

serveTasks([
  serving(OPEN, async ({ databaseUrl }) => {
    if (databaseUrl === null) throw new Error('The naive server needs a PostgreSQL.')
    const pool = new Pool({ connectionString: databaseUrl, max: POOL_SIZE })
    await pool.query(TABLES)
    const flow = sampleFlow()
    const up = Compile(Up)
    const { server, url } = await openSocketServer()
    server.on('connection', (socket) => {
      const say = (frame: object) => {
        socket.send(JSON.stringify(frame))
      }
      const conversation = beginNaively(pool, flow)
      const answer = async ({ id, content }: Send) => {
        const question = content.kind === 'choice' ? content.option : ''
        const step = await takeNaiveStep(pool, flow, { conversation: await conversation, id, question })
        say({
          type: 'message',
          seq: step.seq,
          author: 'buyer',
          content: { kind: 'text', text: question },
          id,
        })
        say({
          type: 'message',
          seq: step.seq + 1,
          author: 'robot',
          content: { kind: 'text', text: step.answer },
        })
        say({ type: 'stored', id, seq: step.seq })
      }
      socket.on('message', (bytes: Buffer) => {
        const frame = up.Parse(JSON.parse(bytes.toString('utf8')))
        if (frame.type === 'enter') say({ type: 'message', seq: LIST_SEQ, content: { kind: 'choices' } })
        if (frame.type === 'send') void answer(frame)
      })
    })
    return { url }
  }),
])

/** Without the engine's own actions: the machine moves, and the answer is looked up beside it. */
function sampleFlow(): NaiveFlow {
  const flow = sampleFlows().find(({ name }) => name === 'export-factory')
  if (flow === undefined) throw new Error('The sample flow export-factory is gone.')
  const program = compileFlow(flow.document)
  const silent = Object.keys(MACHINE_ACTIONS)
    .filter((name) => !['record', 'handOver', 'clearHandover'].includes(name))
    .map((name) => [name, () => undefined] as const)
  return {
    machine: program.machine.provide({ actions: Object.fromEntries(silent) }),
    answerTo: (question) => textOf(program, 'en', `faq.${question}.answer`),
  }
}
