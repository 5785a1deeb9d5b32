import { expect, test } from 'vitest'
import { codeBelow, isTest, packageFolders } from './repository-files.ts'
import { wordsOf } from './words-of.ts'

/** Profiles are data (PRF-01): what tells them apart is numbers and switches, never their names. */
const NAMES = ['alibaba', 'pinduoduo', 'marketplace']

/** Files and folders that may name one, each with its reason. */
const MAY_NAME_THEM: Readonly<Record<string, string>> = {
  'packages/engine/src/flow/profile': 'the data itself',
  'packages/server/src/seed/': 'gives the sample store its profile',
  'packages/server/src/accounts/first-store-id.ts': 'gives the first store its profile',
  'packages/botkit-plugin/src/setting.ts': 'the profile a bot works by when none is named',
  'packages/engine/src/exporting/export-script.ts':
    'the profile an exported conversation is played by, and says so',
  'packages/cli/src/commands/validate.ts': 'the profile a file is judged by when none is named',
}

test.for(NAMES)('no code asks whether a profile is %s', (name) => {
  const naming = packageFolders()
    .flatMap((folder) => codeBelow(`packages/${folder}/src`))
    .filter((path) => !isTest(path) && !Object.keys(MAY_NAME_THEM).some((place) => path.startsWith(place)))
    .filter((path) => {
      const { names, texts } = wordsOf(path)
      return (
        texts.includes(name) || [...names].some((it) => it.endsWith(`.${name}`) || it.startsWith(`${name}.`))
      )
    })
  expect(naming).toEqual([])
})
