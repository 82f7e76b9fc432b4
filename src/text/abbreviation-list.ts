/**
 * Abbreviations that end in a dot, without it, of the languages that notes are most often in: collected by hand for this
 * project. A word belongs here if a name, a number or more of the sentence nearly always follows it. So `etc` does not: it
 * ends a sentence unless a small letter follows.
 */
export const abbreviationList = `approx ca cf dept dr eds esp est fig figs gen hon incl jr mr mrs ms messrs prof rev resp sr st
  vs al adj aka
  abb bspw bzw dipl evtl exkl geb ggf hr inkl ing od sog str u.ä vgl zzgl
  p.ej ej aprox dra lic sra srta ud uds núm pág p.ex ex env mme mlle p.es es dott sig`

/** Words that are abbreviations only if a number follows: `No. 5`, but “No. It is not.” */
export const numberedAbbreviationList = 'art bd ch col eq kap no nos nr num p pp pt sec sect vol'
