/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs'
import { ERROR_CATALOGUE } from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { CHINESE_ERRORS } from './chinese-errors.ts'
import { CHINESE } from './chinese.ts'
import { ENGLISH } from './english.ts'
import type { Phrase } from './phrase.ts'

const english: Record<string, Phrase> = ENGLISH
const chinese: Record<string, Phrase> = CHINESE

function forms(phrase: Phrase | undefined): string[] {
  if (phrase === undefined) return []
  return typeof phrase === 'string' ? [phrase] : Object.values(phrase)
}

function holes(phrase: Phrase | undefined): string[] {
  return [...new Set(forms(phrase).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort()
}

test('both languages have the same keys', () => {
  expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort())
})

test.for(Object.keys(english))('%s has the same holes in both languages', (key) => {
  expect(holes(chinese[key])).toEqual(holes(english[key]))
})

test('every error of the protocol has a Chinese sentence', () => {
  expect(Object.keys(CHINESE_ERRORS).sort()).toEqual(Object.keys(ERROR_CATALOGUE).sort())
})

test('no phrase is empty, shouts, pleads or boasts', () => {
  const wrong = [...Object.entries(english), ...Object.entries(chinese)].filter(([, phrase]) =>
    forms(phrase).some(
      (text) => text.trim() === '' || /[!！]|please|successfully|(?<!邀)请|您好|成功/i.test(text),
    ),
  )
  expect(wrong).toEqual([])
})

test('every phrase is said somewhere', () => {
  const root = new URL('../../', import.meta.url)
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => /\.(svelte|ts)$/.test(path) && !/(i18n\/(english|chinese)[a-z-]*|\.test)\.ts$/.test(path),
    )
    .map((path) => readFileSync(new URL(path, root), 'utf8'))
    .join('\n')
  // `kind.${kind}`: put together from a value of the protocol or of the engine.
  const begun = new Set([...sources.matchAll(/`([\w.]+\.)\$\{/g)].map(([, beginning = '']) => beginning))
  const unsaid = Object.keys(english).filter(
    (key) => !sources.includes(`'${key}'`) && ![...begun].some((beginning) => key.startsWith(beginning)),
  )
  expect(unsaid).toEqual([])
})
