// A bot whose storage answers late, and fails as often as its parent process says.
import { reception } from '@shopbell/botkit-plugin'
import web from 'botbuilder-adapter-web'
import botkit from 'botkit'
import builder from 'botbuilder'
import { readFileSync } from 'node:fs'

const memory = new builder.MemoryStorage()
let failures = 0
process.on('message', (times) => {
  failures = times
  process.send('will fail')
})

const late = async (work) => {
  await new Promise((resolve) => setTimeout(resolve, 20))
  if (failures > 0 && failures--) throw new Error('the storage is away')
  return work()
}
const storage = {
  read: (keys) => late(() => memory.read(keys)),
  write: (changes) => late(() => memory.write(changes)),
  delete: (keys) => memory.delete(keys),
}

const controller = new botkit.Botkit({
  adapter: new web.WebAdapter({}),
  storage: memory,
  disable_console: true,
})
controller.usePlugin(
  reception({ flow: readFileSync(process.argv[2], 'utf8'), storage, onError: () => undefined }),
)
