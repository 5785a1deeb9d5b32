// A Messenger bot that runs in several processes on one database: node shared-bot.mjs <flow>, with DATABASE_URL or SQLITE_FILE.
import { readFileSync } from 'node:fs'
import https from 'node:https'
import { DatabaseSync } from 'node:sqlite'
import { reception } from '@shopbell/botkit-plugin'
import { kyselyStorage, nodeSqlite } from '@shopbell/botkit-plugin/kysely'
import facebook from 'botbuilder-adapter-facebook'
import botkit from 'botkit'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import { Pool } from 'pg'

const { DATABASE_URL, SQLITE_FILE } = process.env
const dialect = SQLITE_FILE
  ? new SqliteDialect({ database: nodeSqlite(new DatabaseSync(SQLITE_FILE, { timeout: 30_000 })) })
  : new PostgresDialect({ pool: new Pool({ connectionString: DATABASE_URL, max: 4 }) })
const storage = kyselyStorage(new Kysely({ dialect }))
await storage.createTable()

const adapter = new facebook.FacebookAdapter({
  access_token: 'page',
  app_secret: 'secret',
  verify_token: 'v',
})
adapter.use(new facebook.FacebookEventTypeMiddleware())
const controller = new botkit.Botkit({ adapter, storage, disable_console: true })

/** The help desk is a program elsewhere. */
const tellDesk = (told) =>
  new Promise((resolve, reject) => {
    const options = { method: 'POST', host: 'desk.example', path: '/handoffs' }
    const asking = https.request(
      { ...options, headers: { 'content-type': 'application/json' } },
      (answer) => {
        answer.resume().on('end', resolve)
      },
    )
    asking.on('error', reject)
    asking.end(JSON.stringify(told))
  })

controller.usePlugin(
  reception({
    flow: readFileSync(process.argv[2], 'utf8'),
    storage,
    onHandoff: ({ conversation, answers }) => tellDesk({ conversation, answers }),
  }),
)
