import { expect, test } from 'vitest'
import {
  addCategory,
  type CategoryDraft,
  possibleParents,
  removeCategory,
  renameCategory,
  setParent,
} from './category-edits.ts'

const DRAFT: CategoryDraft = [
  { ref: 'kitchen', name: 'Kitchen', products: 1 },
  { ref: 'cups', name: 'Cups', parent: 'kitchen', products: 2 },
  { ref: 'mugs', name: 'Mugs', parent: 'cups', products: 3 },
  { ref: 'bags', name: 'Bags', products: 0 },
]
const refs = (draft: CategoryDraft) => draft.map(({ ref }) => ref)

test('a new one gets a ref of its name that is not taken', () => {
  expect(addCategory(DRAFT, 'Crème & Tea').at(-1)).toEqual({
    ref: 'creme-tea',
    name: 'Crème & Tea',
    products: 0,
  })
  expect(addCategory(DRAFT, 'Cups').at(-1)?.ref).toBe('cups-2')
  expect(
    addCategory(addCategory(DRAFT, '杯子'), '茶壶')
      .slice(-2)
      .map(({ ref }) => ref),
  ).toEqual(['category', 'category-2'])
})

test('it is renamed', () => {
  expect(renameCategory(DRAFT, 'bags', 'Cases')[3]).toEqual({ ref: 'bags', name: 'Cases', products: 0 })
})

test('it is part of anything but of itself, however far inside', () => {
  expect(refs(possibleParents(DRAFT, 'kitchen'))).toEqual(['bags'])
  expect(refs(possibleParents(DRAFT, 'mugs'))).toEqual(['kitchen', 'cups', 'bags'])
  expect(setParent(DRAFT, 'bags', 'cups')[3]).toMatchObject({ parent: 'cups' })
  expect(setParent(DRAFT, 'cups', '')[1]).not.toHaveProperty('parent')
})

test('what was part of one that goes moves up', () => {
  expect(removeCategory(DRAFT, 'cups')).toEqual([DRAFT[0], { ...DRAFT[2], parent: 'kitchen' }, DRAFT[3]])
  expect(removeCategory(DRAFT, 'kitchen')[0]).not.toHaveProperty('parent')
})
