import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { Client } from 'pg'
import { newEmbeddedData } from '../../tools/embedded-data.ts'

/** A database that outlives the servers a test kills. */
export interface FaultDatabase {
  /** What a server needs in its environment to use it. */
  readonly environment: Readonly<Record<string, string>>
  readonly remove: () => Promise<void>
}

/** The databases Shopbell runs on, each made empty. */
export const FAULT_DATABASES = [
  { name: 'PGlite', create: () => createEmbedded() },
  { name: 'PostgreSQL', create: (postgresUrl: string) => createOnPostgres(postgresUrl) },
] as const

async function createEmbedded(): Promise<FaultDatabase> {
  const directory = await newEmbeddedData('shopbell-fault-')
  return {
    environment: { SHOPBELL_DATA: directory, SHOPBELL_DEMO: 'on' },
    remove: () => {
      rmSync(directory, { recursive: true, force: true })
      return Promise.resolve()
    },
  }
}

async function createOnPostgres(postgresUrl: string): Promise<FaultDatabase> {
  const name = `fault_${randomUUID().replaceAll('-', '')}`
  const administer = async (statement: string) => {
    const client = new Client({ connectionString: postgresUrl })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await administer(`create database ${name}`)
  const url = new URL(postgresUrl)
  url.pathname = `/${name}`
  return {
    environment: { DATABASE_URL: url.href, SHOPBELL_DEMO: 'on' },
    remove: () => administer(`drop database ${name} with (force)`),
  }
}
