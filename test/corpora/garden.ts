import { parseTalk } from '../../src/notes/ours/parse-talk.ts'
import type { Event, Talk } from '../../src/notes/talk.ts'

const event: Event = { id: 'garden-2020', name: 'GardenConf 2020', year: 2020 }

/** Five notes that one can keep in mind, as their files' texts by path. */
export const gardenFiles: Readonly<Record<string, string>> = {
  'corpus/garden-2020/compost.md': `---
title: Compost at scale
speakers: [{ name: Rosa Müller, handle: "@rosa_m" }]
tags: [compost, soil, recycling]
links:
  - { title: Compost calculator, url: "https://compost.example.org/calc", kind: site }
---
Compost turns kitchen waste into soil. Rosa Müller runs forty heaps with node.js sensors and says that turning them
weekly doubles the speed.

## Takeaways
- Turn a compost heap every week to double its speed.
- Keep citrus peel out of a compost heap.

## Sensors
- The sensors call \`os.path.join\` through C++ bindings, version 2.7.
`,
  'corpus/garden-2020/tomatoes.md': `---
title: Tomatoes without a greenhouse
speakers: [{ name: Kenji Sato }]
tags: [tomatoes, cold climate, natural language processing]
followUps:
  - text: Try the Siberian variety
---
Kenji Sato grows tomatoes outdoors in a cold climate.

## Takeaways
- Tomatoes need a south wall, not a greenhouse.

## Watering
- Water tomatoes in the morning and mulch with compost.
- The code base for the watering timer is public.
`,
  'corpus/garden-2020/bees.md': `---
title: Bees
speakers: [{ name: Ada Byron }]
tags: [bees, pollination]
---
Wild bees pollinate more than honey bees do.

## Takeaways
- Plant lavender for bees.
`,
  'corpus/garden-2020/rain.md': `---
title: Rainwater barrels
speakers: []
tags: [rainwater, irrigation]
---
A barrel of rainwater lasts a fortnight for tomatoes.

## Takeaways
- Cover a rainwater barrel so that nothing breeds in it.
`,
  'corpus/garden-2020/tea.md': `---
title: 東京の庭園
speakers: []
tags: [tea garden]
---
日本の庭園は静かです。

## Takeaways
- 庭園には苔があります。
`,
}

export const gardenTalks: readonly Talk[] = Object.entries(gardenFiles).map(([file, text]) => {
  const id = file.replace('corpus/', '').replace('.md', '')
  return parseTalk(text, { id, file, event }).talk!
})
