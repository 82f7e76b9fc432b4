import { dirname } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPersonFinder } from '../../../src/notes/note/find-person.ts'
import { runs } from '../../helpers/runs.ts'
import { createWorkMeter } from '../../helpers/work-meter.ts'

const workOf = createWorkMeter()

test('whom pages call that are called alike in every event, is found with work that grows as there are more of them', async () => {
  const findAll = (events: number) => {
    const numbers = [...Array(events).keys()]
    const pages = numbers.map((number) => ({
      path: `notes/e${number}/speakers/host.md`,
      people: [{ names: [`Host ${number}`], calls: ['host'] }],
    }))
    const find = createPersonFinder(pages)
    return numbers.map((number) => find('host', `notes/e${number}/talks/tides.md`))
  }
  const short = await workOf(() => findAll(200))
  // Four times as many: by the square it would be sixteen times the work.
  expect(await workOf(() => findAll(800))).toBeLessThan(6 * short)
  expect(findAll(3)).toEqual([['Host 0'], ['Host 1'], ['Host 2']])
})

test('the page counts that shares most folders with the file, and none of several', () => {
  const folder = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 })
  const page = fc.record({ folder, names: fc.constantFrom(['Zoë B'], ['Ben S'], ['Zoë B', 'Ben S']) })
  fc.assert(
    fc.property(fc.array(page, { maxLength: 6 }), folder, (pages, at) => {
      const path = ['notes', ...at, 'tides.md'].join('/')
      const files = pages.map(({ folder: steps, names }) => ({
        path: ['notes', ...steps, 'zoe.md'].join('/'),
        people: [{ names, calls: ['Zoe'] }],
      }))
      const shared = (other: string) => {
        const steps = dirname(path).split('/')
        const end = steps.findIndex((step, place) => step !== dirname(other).split('/')[place])
        return end < 0 ? steps.length : end
      }
      const most = Math.max(...files.map((file) => shared(file.path)))
      const nearest = files.filter((file) => shared(file.path) === most)
      const names = new Set(nearest.map(({ people }) => people[0]!.names.join()))
      const wanted = names.size === 1 ? nearest[0]!.people[0]!.names : undefined
      expect(createPersonFinder(files)('zoe', path)).toEqual(wanted)
    }),
    { numRuns: runs(500) },
  )
})
