/**
 * Common first names of many languages, in lower case: collected by hand for this project, with those of speakers in notes whose
 * names were missed. A name belongs here if people are called so and titles of talks hardly ever begin with it. No published
 * list has been compared with it.
 */
export const givenNameList = `josepha menna dion nabil eemeli rudy annalie chelle milcah jishnu apoorva utkarsh kuba raffi
  sanyam josue dror owein flavio
  heydon ananya rhiana weston warwick alastair lucinda shefik facundo monal aleen brianna orta marin jaim abizer litha jaimee
  mada khodor juilee trey kendall lacey sanket tisha balazs mahmoud alfonso lamis kaushik
  cy dee flo gus hal ike jem lou max mo nan ned oz pip sal sid uma ula viv zed abe bea cleo fay iggy kip lev meg nat roz taj
  wim xander yuki zeb ines jonas noor priya ravi sanna tariq umar vikas wenche ximena yusra zofia
  aaron abby abdul abigail abraham ada adam adela adele adem aditi aditya adrian adriana agata agnes agnieszka ahmad ahmed aidan
  aimee aisha aja ajay akash aki akira alain alan alba albert alberto alec alejandra alejandro aleksandr aleksandra alena
  alessandra
  alessandro alex alexa alexander alexandra alexandre alexandru alexei alexey alexis alfred ali alice alicia alina alisa alison
  alistair allan allen allison alok alon alvaro alyssa amanda amber amelia amir amit amita amol amy ana anand anastasia anders
  andre andrea andreas andrei andreia andres andrew andrey andrzej andy angel angela angelica angie angus anika anil anita anja
  anjali anjana ankit ankur ann anna annabel anne annette annie ansel anthony antje anton antonia antonio antony anu anuj anya
  arash ariel arjun armin arnaud arnold arno aron arthur artur arun arvind asha ashe ashish ashley ashok ashwin astrid athena
  audrey
  aurelie austin axel ayşe babak barbara barry bart bartosz bas bastian beata beatrice beatriz becky bella ben benedict
  benjamin benji benno benny bernard bernd bernhard bernice bert beth bethany betsy betty bill billy björn bo bob bonnie boris
  brad bradley brandon breanne brenda brendan brent bret brett brian bridget brigitte britta brooke bruce bruno bryan bryce
  caitlin
  caitie cal caleb callum camila camille candice cara carina carl carla carlo carlos carlton carmen carol carole carolina
  caroline
  carolyn carrie carsten cas casey cassandra cassidy cat catalin caterina catherine cathy cecile cecilia cedric celeste celine
  cesar chad
  chandra charity charles charlie charlotte chelsea cheryl chester chetan chiara chip chloe chris christa christel christian
  christiana christie christina christine christof christoph christophe christopher christy chuck cindy claire clara clare clark
  claude claudia claudio clay clemens clement cliff clint cody colin colleen connie connor constance cooper cora corey corinna
  corinne cornelia cory courtney craig crista cristian cristiano cristina curt curtis cynthia daan dagmar dale damian damien
  damon dan dana daniel daniela daniele danielle danny daphne dario darius darrell darren darryl dave david davide dawn dean
  debbie deborah deepa deepak deirdre denis denise dennis derek derick desmond devin devon dhruv diana diane diego dieter
  dimitri
  dimitris dina dirk divya dmitri dmitry dolores dom domenic dominic dominik dominique don donald donna donny doris dorota
  dorothy
  doug douglas drew duncan dustin dylan earl ed eddie edgar edith edmund eduard eduardo edward edwin efrat eileen eirik
  ekaterina elad
  elaine elena eleni elia elias eliot elisa elisabeth elise eliza elizabeth ella elle ellen elliot elliott elsa elvira emanuel
  emanuele emil emilia emilie emilio emily emir emma emmanuel emre enrico enrique eoin eric erica erich erick erik erika erin
  ernest
  ernesto erwin esteban estelle esther ethan etienne eugene eugenia eva evan evelyn evgeny ewa ezra fabian fabien fabio fabrice
  fabrizio faith falk fatima faye federico felicia felienne felipe felix ferdinand fernanda fernando feross filip filippo finn
  fiona flavio
  florence florian frances francesca francesco francine francis francisco francois frank franz fred frederic frederick frederik
  freya frieda fritz gabe gabor gabriel gabriela gabriele gabriella gael gail gareth garrett gary gavin gayle geert gemma gene
  genevieve geoff geoffrey georg george georgia georgios gerald gerard gerd gerhard gerrit giacomo gianluca gideon gil gilbert
  gilles gina giorgio giovanni giulia giuseppe gladys glen glenn gloria gonzalo gordon goran grace graeme graham grant greg
  gregor gregory
  greta gretchen grzegorz guido guilherme guillaume guillermo gunnar guy gwen hadi hadley hamid hampus han hana hanna hannah
  hannes hans
  harald hari haroon harold harriet harris harry harsh harvey hassan heather hector heidi heike heiko helen helena helene
  henning henri henrik henrique henry herbert herman hernan hidde hideo hilary hiroshi holger holly horst howard hubert hugh
  hugo
  hussein ian ibrahim ida ignacio igor ilya immanuel imran ines ingo ingrid ioana irena irene irina iris isaac isabel isabella
  isabelle ismail israel ivan ivana ivo ivy jack jackie jackson jacky jaclyn jacob jacqueline jacques jade jaime jake jakob
  jakub
  jamal james jamie jan jana jane janet janice janina janine jannik jared jarek jasmin jasmine jason jasper javi javier jay
  jayne jean jeanne
  jeannie jed jeff jeffrey jelena jen jenn jenna jenni jennie jennifer jenny jens jeremiah jeremy jerome jerry jess jesse
  jessica jessie jesus jill jillian jim jimmy jing jo joan joana joanna joanne joao joaquin jochen jodi jody joe joel joerg
  johan johann
  johanna johannes john johnny jon jonas jonathan jonny jordan jordi jorge joris jörg jose josé josef josep joseph josephine
  josh
  joshua joy joyce juan juana juanita judith judy jukka julia julian juliana juliane julie julien juliet julio julius jun jürgen
  justin justine justyna kai kaitlin kaitlyn kaja kamal kamil karel karen kari karim karin karina karl karla karol karolina
  karsten kasia
  kasper kat kate katarina katarzyna kate katerina katharina katherine kathleen kathryn kathy katie katja katrin katrina katy
  kaya
  kay keith kelly kelsey ken kendra kenji kenneth kenny kent kerry kerstin kevin khaled kiera kieran kilian kim kimberly kin
  kirill
  kirk kirsten kirstin kit kitt klaus konrad konstantin kris krishna kristen kristian kristin kristina kristine kristof
  krystyna krzysztof kurt
  kyle lachlan lara larisa larry lars lasse laszlo laura laure lauren laurence laurent laurie lawrence lea leah leander lee
  leif leila
  lena lenka leo leon leona leonard leonardo leonid leonie leroy lesley leslie leticia lev levi lewis lex li liam liana lidia
  liliana lillian
  lily lin lina linda lindsay lindsey ling linus lionel lisa liu liv liz liza lloyd lois lola lonnie lora loren lorenz lorenzo
  loretta
  lori lorna lorraine lothar lou louis louisa louise luc luca lucas luciana luciano lucie lucille lucy ludwig luigi luis luisa
  luiz lukas lukasz luke lydia lyle lynn lynne maciej mads madeline magda magdalena maggie magnus maik maja malcolm malin mandy
  manfred manish manoj manu manuel manuela mara marc marcel marcela marcelo marcia marcin marco marcos marcus marek margaret
  margarita
  margo margot maria mariana marianne marie marija marijn marika marina mario marion maris marisa marius marjorie mark marko
  markus marlene
  marsha marta martha martijn martin martina marvin mary maryam masha massimo mat mateo mateusz mathias mathieu mathilde matias
  matt matteo matthew matthias matthieu matthijs matti maud maura maureen maurice mauricio maurizio mauro max maxim maxime
  maximilian maya meg
  megan meghan mehdi mehmet mel melanie melinda melissa melody mercedes meredith mia micah michael michaela michal michel
  michele
  michelle mick miguel mihai mika mike mikael mikhail mikko milan milena miles mina mindy mira miranda miriam miroslav misha
  mitch
  mitchell moe mohamed mohammad mohammed mohit moira mojca molly mona monica monika morgan morten moritz moshe muhammad murat
  muriel mustafa myles nadia nadine nadja nancy naomi natalia natalie natasha nate nathalie nathan nathaniel neal ned neha
  neil nell
  nelson nic nicholas nick nicky nico nicola nicolas nicole nicoletta niels nigel nihal nikhil niki nikita nikki niklas nikola
  nikolai nikolas
  nikolaus nils nina nino nishant nitin noa noah noam noel noelle nolan nora norbert noreen norm norma norman octavia oksana
  ola olaf ole oleg
  olga oliver olivia olivier olof omar omer oren orlando oscar oskar otto owen pablo paco paige pam pamela paola paolo parisa
  pascal pat patrice patricia patricio patrick patrik patty paul paula pauline paulo pavel pavlos pawan pawel pedro peggy
  penelope
  penny per percy perry pete peter petr petra petri phil philip philipp philippa philippe phillip phoebe phyllis pia pierre
  pieter piotr
  pooja pradeep prakash pranav prashant pratik praveen preeti priya priyanka quentin quinn rachael rachel radek radu rafael
  rafal
  raghav rahul raj rajesh rakesh ralf ralph ramesh ramiro ramon ramona randy raphael raquel rasmus raul ravi ray raymond rebecca
  rebekah reed regina reid reinhard rekha remco remi rena renata rene renee reto reuben rex reza rhea rhonda ricardo rich
  richard
  rick ricky rikard riley rita ritu rob robb robby robert roberta roberto robin rocio rod roderick rodney rodolfo rodrigo roel
  roger rohan
  rohit roland rolf roman romain romy ron ronald ronan ronen ronny rory rosa rosalind rosanna rosario roscoe rose rosemary
  ross rowan roy ruben
  rudi rudolf rupert rushabh russ russell ruth ryan sabina sabine sabrina sachin sally salma salvatore sam samantha samar
  sameer samir sammy samu
  samuel sandeep sander sandi sandra sandro sandy sanjay sanjeev santiago sara sarah sascha sasha saskia satish satoshi saul
  scott sean seb
  sebastian sebastien selena selma serena serge sergei sergey sergio seth shannon shane shari sharon shashank shaun shawn
  sheila shelby
  shelley sheri sherry shirley shiva shlomi shreya siddharth sidney siegfried sigrid silke silvan silvia silvio simon simona
  simone
  siobhan sofia sofie solomon sonia sonja sonya soren sophia sophie spencer spike srinivas stacey stacy stan stanislav stanley
  stefan stefania
  stefano steffen stella sten stephan stephane stephanie stephen sterling steve steven stewart stig stuart sue suji sumit sunil
  suresh susan susana susanna susanne susie suzanne suzy sven svetlana swati sybil sylvain sylvia sylvie tabitha tad tal
  tamara tamas tammy tanja tanya
  tara taras tariq tarun tatiana tatjana ted teemu terence teresa teri terri terry tess tessa thad thea theo theodore theresa
  therese
  thiago thierry thijs thomas thorsten tiago tiffany tim timo timothy tina tobias toby todd tom tomas tomasz tommaso tommy
  toni tony tor
  torben torsten tracey tracy travis trevor tricia trish trisha tristan troy trudy tuomas tushar tyler udo ugo ulf uli ulrich
  ulrike una urs
  ursula uwe vadim val valentin valentina valeria valerie valery vanessa varun vasily venkat vera verena veronica veronika vic
  vicky
  victor victoria vijay vikas vikram viktor viktoria vince vincent vincenzo violet virginia vishal vitaly vivek vivian vivien
  vlad vladimir
  volker wade walter wanda warren wayne wei wendy werner wes wesley wilhelm will willem william willow wilson wim winston
  wojciech wolfgang wouter xavier
  xiao xin yael yan yana yann yannick yaroslav yasmin yehuda yoav yolanda yoshi yossi yu yulia yuri yusuf yves yvonne zac zach
  zachary
  zack zahra zainab zane zara zdenek zeev zhang zoe zoë zoltan zuzana`
