import { openDatabase } from '../../../packages/server/src/store/open-database.ts'
import { newConversation, newStore, messagesAfter, stepFrom } from './stage.ts'
import { SILENT } from './test-database.ts'

// A process for tests: commits one step after the other in the directory it is given, and says each one's head once it was told
// that it is stored.

const [dataDirectory] = process.argv.slice(2)
const database = await openDatabase({ dataDirectory: dataDirectory!, log: SILENT })
const { id: storeId } = await newStore(database, `writer-${process.pid}`)
const conversation = await newConversation(database, storeId)
process.stdout.write(`conversation ${storeId} ${conversation.id}\n`)

for (let head = 0; ; head++) {
  const row = { ...conversation, revision: head, head }
  await database.journal.commit([stepFrom(row, { messages: messagesAfter(head, 'buyer') })])
  process.stdout.write(`stored ${head + 1}\n`)
}
