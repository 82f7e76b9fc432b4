/**
 * What people say when they ask for talks, by language code: collected by hand for this project. A word belongs here if it
 * is about asking, talks and notes, or if it only holds a question together and lunr-languages may lack it as a stop word.
 */
export const askingWordLists: Readonly<Record<string, string>> = {
  da: 'foredrag talt taler talte sagde sagt handler',
  de: `vortrag vorträge präsentation präsentationen talk talks gesprochen redete redet geredet sprechen spricht sprach sagen sagt sagte gesagt erzählt erklärt gibt gab
    alt viel viele oft lange lang schnell langsam groß gross klein teuer gut besser beste besten meisten wenigsten längste längster
    kürzeste kürzester älteste ältester neueste neuester wurde wurden bitte sag sage zeige bedeutet heißt
       warum wieso weshalb gibts etwas was man kann können sollte soll sollten nutzen verwenden nehmen machen mache zeig zeige gib nenne mir alle jemand wer wo wie was worum geht ging thema über notiz notizen handeln handelt behandeln behandelt
    kannst könntest könnt könntet gern gerne irgendwas irgendetwas irgendwelche
    brauche brauchen bräuchte kennt kennst infos wann seit worüber wovon wofür womit welche welcher welches gehalten tipps folien aufzeichnung aufzeichnungen mitschnitt
    für während würde wäre hätte möchte könnte müssen dafür`,
  es: `charla charlas ponencia ponencias presentación presentaciones hablar habla hablan habló hablado hablaron decir dice dijo dijeron dicho hay
    alguna algún alguien cuánto cuánta cuántos cuántas años edad tiene viejo antiguo rápido lento grande mejor significa cuesta cuestan precio quién qué cómo dónde cuál tema notas`,
  fr: `exposé exposés présentation présentations conférence conférences parler parle parlent parlé dire dit disent dit-on diton combien âge ans vieux vite rapide lent grand meilleur quel quelle quels quelles signifie quelquun qui quoi comment où
    coûte coûtent prix y il existe sujet notes`,
  it: `talk intervento interventi presentazione presentazioni quale quali parlare parla parlano parlato dire dice dicono detto quanto quanta quanti quante anni età vecchio veloce lento grande migliore significa costa costano prezzo chi cosa come dove
    qualcuno qualche qualcosa tema note`,
  ja: 'について 誰 話し 話した 話 講演 トーク した し て た ます ました か',
  ko: '누가 무엇 어떤 대해 대한 발표 말했 있나요 있습니까',
  nl: 'praatje lezing gesproken spreken sprak zei gezegd vertelde hoeveel oud snel langzaam groot veel vaak lang beste betekent kost prijs iemand wie wat waar hoe over onderwerp',
  pl: 'prelekcja mówił mówili mówi powiedział kto co jak gdzie temat o',
  pt: `palestra palestras apresentação apresentações falar fala falam falou falado falaram dizer diz disse disseram quanto quanta quantos quantas anos idade tem velho antigo rápido lento grande melhor significa custa custam preço há alguma algum alguém quem que
    como onde tema notas sobre`,
  ru: 'доклад доклады рассказывал рассказывали рассказал говорил говорили говорит сказал кто что как где о об про тема',
  sv: 'föredrag pratade pratat talade talat sade sagt någon vem vad hur var om',
  zh: '谁 誰 讲 講 讲了 講了 关于 關於 什么 什麼 演讲 演講 吗 嗎 了 的 有没有 有',
}
