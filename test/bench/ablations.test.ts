import { expect, it, test } from 'vitest'
import { ablations, chooseAblations } from '../../bench/search/ablations.ts'
import { parameterPaths, readParameter, withParameter } from '../../bench/search/parameter-path.ts'
import { defaultParameters } from '../../src/search/rank/parameters.ts'

test.each(ablations.map((ablation) => [ablation.name, ablation] as const))(
  'the idea “%s” is on by default, and its ablation switches something off',
  (_, { change, spelling }) => {
    if (spelling === false) expect(change(defaultParameters)).toEqual(defaultParameters)
    else expect(change(defaultParameters)).not.toEqual(defaultParameters)
  },
)

it('has a name of its own for each idea', () => {
  expect(new Set(ablations.map(({ name }) => name)).size).toBe(ablations.length)
})

it('chooses ideas by parts of their names, and refuses a part that none has', () => {
  expect(chooseAblations(['title boost', 'proximity']).map(({ name }) => name)).toEqual([
    'proximity',
    'title boost',
  ])
  expect(chooseAblations(undefined)).toBe(ablations)
  expect(() => chooseAblations(['magic'])).toThrow('magic')
})

it('replaces one parameter and leaves the defaults alone', () => {
  const before = structuredClone(defaultParameters)
  const changed = withParameter(defaultParameters, 'names.title', 7)
  expect(readParameter(changed, 'names.title')).toBe(7)
  expect(defaultParameters).toEqual(before)
  expect(withParameter(changed, 'names.title', before.names.title)).toEqual(before)
})

it('knows a path to every number of the parameters', () => {
  expect(parameterPaths).toContain('variants.synonym.weight')
  for (const path of parameterPaths)
    expect(['number', 'boolean']).toContain(typeof readParameter(defaultParameters, path))
})
