import { expect, test } from 'vitest'
import { codeBelow, isTest, packageFolders } from './repository-files.ts'
import { wordsOf } from './words-of.ts'

/** Profiles are data (PRF-01): what tells them apart is numbers and switches, never their names. */
const NAMES = ['alibaba', 'pinduoduo', 'marketplace']

/** Where the data lies, and where a sample store is told which profile it has. */
const MAY_NAME_THEM = [
  'packages/engine/src/flow/profile.ts',
  'packages/engine/src/flow/profiles.ts',
  'packages/server/src/seed/',
]

test.for(NAMES)('no code asks whether a profile is %s', (name) => {
  const naming = packageFolders()
    .flatMap((folder) => codeBelow(`packages/${folder}/src`))
    .filter((path) => !isTest(path) && !MAY_NAME_THEM.some((place) => path.startsWith(place)))
    .filter((path) => {
      const { names, texts } = wordsOf(path)
      return (
        texts.includes(name) || [...names].some((it) => it.endsWith(`.${name}`) || it.startsWith(`${name}.`))
      )
    })
  expect(naming).toEqual([])
})
