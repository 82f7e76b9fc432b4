import { expect, test } from 'vitest'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { ClusterError } from '../../../src/search/opensearch/cluster-error.ts'
import { withStandIn } from '../../../src/search/opensearch/with-stand-in.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import type { SearchEngine } from '../../../src/search/search-engine.ts'
import { gardenTalks } from '../../corpora/garden.ts'

const own = createLunrEngine({ talks: gardenTalks, version: 'garden' })
const query = parseQuery('compost')
const failingWith = (error: Error): SearchEngine => ({
  ...own,
  search: () => Promise.reject(error),
  keyTerms: () => Promise.reject(error),
})
const away = new ClusterError('away', 'Nothing listens.')

test('the engine that does not answer is stood in for, which is said, and told to who looks after it', async () => {
  const failures: unknown[] = []
  const engine = withStandIn(own, {
    engine: () => failingWith(away),
    isMissed: () => false,
    onFailure: (error) => failures.push(error),
  })
  expect(await engine.search(query)).toMatchObject({
    isStandIn: true,
    total: (await own.search(query)).total,
  })
  expect(await engine.keyTerms(gardenTalks[0]!.id, 3)).toEqual(await own.keyTerms(gardenTalks[0]!.id, 3))
  expect(failures).toEqual([away, away])
})

test('as long as it cannot be asked, nobody waits for it; it is only said if it is missed', async () => {
  let isMissed = true
  const engine = withStandIn(own, { engine: () => undefined, isMissed: () => isMissed, onFailure() {} })
  expect(await engine.search(query)).toMatchObject({ isStandIn: true })
  isMissed = false
  expect(await engine.search(query)).not.toHaveProperty('isStandIn')
})

test('an index that was replaced a moment ago is nothing to tell', async () => {
  const gone = new ClusterError('gone', 'The index is no longer there.')
  const engine = withStandIn(own, { engine: () => failingWith(gone), isMissed: () => false, onFailure() {} })
  expect(await engine.search(query)).not.toHaveProperty('isStandIn')
})

test('what is wrong with ourselves is not hidden', async () => {
  const engine = withStandIn(own, {
    engine: () => failingWith(new TypeError('ours')),
    isMissed: () => false,
    onFailure() {},
  })
  await expect(engine.search(query)).rejects.toThrow('ours')
})
