import module from 'node:module'
module.enableCompileCache()
const cpu = () => { const u = process.threadCpuUsage(); return (u.user + u.system) / 1000 }
const { builtInSynonyms } = await import('./src/search/expand/built-in-synonyms.ts')
const { relatedWords } = await import('./src/search/expand/related-words.ts')
const { createSynonyms } = await import('./src/search/expand/synonyms.ts')
const { parseQuery } = await import('./src/search/query/parse-query.ts')
const order = process.argv[2]
const t = (n: string, f: () => unknown) => { const a = cpu(); f(); console.log(n, (cpu() - a).toFixed(1)) }
if (order === 'q') t('query', () => parseQuery('how do we test async code with Django?'))
t('synonyms', () => createSynonyms(builtInSynonyms))
t('related', () => relatedWords())
t('query', () => parseQuery('how do we test async code with Django?'))
console.log(builtInSynonyms.flat().length, relatedWords().byTerms.size)
