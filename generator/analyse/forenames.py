"""Forenames that are common in many countries: two capitalised words of which the first is a forename name a person.

Most of them also tell whether "he" or "she" is meant.
Rule: no forename that is as well known as a place, a company or a common word is here; a name too few costs less than a wrong
person. Written down by language; spelt as newspapers in English print them, with the short forms that people go by.
"""

from __future__ import annotations

from generator.analyse.vocabulary import table

# English, with short forms.
_ENGLISH = table("""
    aaron adam adrian alan albert alec alex alexander alfred alice alison allan allen alvin amanda amy andrea andrew
    andy angela angus ann anna anne annie anthony archie arnold arthur ashley audrey barbara barney barry beatrice becky
    ben benjamin bernard bernie bert bertha beth betsy betty beverly bill billy bob bobby brad bradley brenda brendan
    brett brian bridget bruce bryan caleb calvin cameron carl carla carol caroline carolyn carrie catherine cathy cecil
    cecilia charlene charles charlie cheryl chris christina christine christopher chuck cindy claire clare clarence
    clark claude clifford clive clyde colin connie connor craig curtis cynthia dan daniel danielle danny darren dave
    david debbie deborah debra denise dennis derek dermot desmond diana diane dick dominic don donald donna doris
    dorothy doug dudley duncan dwight ed eddie edgar edith edmund edna edward edwin eileen elaine eleanor elizabeth ella
    ellen elliot elsie emily emma eric erica ernest ethan ethel eugene evelyn fiona frances francis frank fred freddie
    frederick gareth gary gavin geoff geoffrey george gerald gerard gilbert gillian gina ginny gladys glen glenn gloria
    gordon graham greg gregory gwen hannah harold harriet harry harvey heather helen henry herbert herman hilary hillary
    howard hubert hugh hugo ian irene isaac isabel isabella ivan jack jackie jacob jacqueline jake james jamie jane
    janet janice jared jason jean jeb jeff jeffrey jennifer jenny jeremy jerome jerry jesse jessica jill jim jimmy joan
    joanna joanne joe joel john johnny jon jonathan joseph josephine josh joshua joyce judith judy julia julian julie
    justin karen kate katherine kathleen kathryn kathy katie katrina keith kelly ken kenneth kevin kim kirk kirsty kyle
    larry laura lauren laurence lawrence leah lee len leo leon leonard leroy leslie lester lewis liam lillian linda lisa
    liz lloyd lois lorraine louis louisa louise lucas lucy luke lydia lynn mabel maggie malcolm marc marcia marcus
    margaret margery maria marian marie marilyn marjorie mark marlene martha martin marvin mary matt matthew maureen
    maurice max maxine megan mel melanie melissa melvin meredith michael michelle mick mike mildred milton miranda mitch
    mitchell molly mona monica murray nancy naomi natalie nathan nathaniel neal ned neil nell nelson nicholas nick
    nicola nicole nigel nina noah noel nora norma norman oliver olivia oscar owen pamela patricia patrick patsy paul
    paula pauline peggy penelope percy pete peter phil philip phillip phoebe phyllis rachel ralph ramona randall
    randolph randy raymond rebecca reginald richard rick ricky rita rob robert roberta robin roderick rodney roger
    roland ron ronald ronnie rory rosalind rosemary ross rowan roy rupert russ russell ruth ryan sally sam samantha
    samuel sandra sarah saul scott sean sharon sheila shelley shirley sidney simon sophia sophie stacey stan stella
    stephanie stephen steve steven stewart stuart sue susan susie sylvia tamara tara ted terence teresa theodore theresa
    thomas tim timothy tina toby todd tom tommy toni tony tracy trevor troy tyler ursula valerie vanessa vera vernon
    veronica vic vicky victor vincent vivian wallace wally walter wanda warren wayne wendy wesley wilbur wilfred willard
    william willie winifred winston yvonne zach zachary zoe
""")
# German, Dutch and the languages of the north; French; Spanish, Portuguese and Italian.
_WESTERN = table("""
    achim adolf agnes alain alberto alejandro alessandra alessandro alfonso alfredo alonso alvaro amelie ana anders
    andreas andres andré andrés angelo anibal anke annika antje antoine antonio armando arnaud arne arturo astrid
    augusto aurelie axel beatriz benito bernadette bernardo bernd bernhard bertrand birgit bjorn bjørn brigitte bruno
    béatrice camilo carlo carlos carmen carsten caterina celine cesar chantal christoph christophe claudia claudio
    colette corinne cristian cristina cécile césar damien daniele dario delphine denis detlef didier diego dieter
    dietrich dirk dominique eberhard eckhard edoardo edouard eduardo elena elise elke emilio emmanuel enrico enrique
    erich ernesto ernst esteban etienne eugenio eva fabien fabio fabrice federico felipe ferdinando fernanda fernando
    filippo flavio florian francesca francesco francisco franck francois francoise franz françois frederic friedrich
    fritz frédéric félix gabriel gabriela gabriele genevieve georg georges gerd gerhard gert giacomo gianni gilles
    giorgio giovanni gisela giulio giuseppe gonzalo gudrun guido guillaume guillermo gunnar gunter gunther gustav
    gustavo günter günther hannelore hans harald hector heike heiko heiner heinrich heinz helga helmut helmuth henk
    henning henri henrik hermann herve hervé horst héctor ignacio ines inge ingrid inés isabelle jacques javier
    jean-claude jean-luc jean-marc jean-marie jean-michel jean-paul jean-pierre jens jesús joachim joao joaquin joaquín
    jochen johan johann johannes joost jorg jorge jose josef josé joão juan juana juergen julio jurgen jérôme jörg
    jürgen karin karl karsten katja klaus konrad kristina kurt lars laurent leif lionel lorenzo lothar luc lucia luciano
    lucien ludwig luigi luis luisa luiz lutz magnus manfred manuel marcel marcello marcelo marco marcos mariana mariano
    mario markus martine massimo mathieu mats matteo matthias mauricio maurizio mauro mette michel michele michiel
    miguel mireille monika monique nathalie nicolas nicolás niels nils norbert octavio odile olaf ole olivier olof oskar
    osvaldo otto pablo paola paolo pascal patrice patrizia paulo pedro philippe pierre piet pieter pietro pilar rafael
    rainer ramiro ramon ramón raul raúl regis reinhard renate renato rene rené ricardo riccardo roberto rodolfo rodrigo
    rogelio rolf rosa ruben rubén rudi rudolf ruud sabine salvatore sebastian sebastien serge sergio siegfried sigrid
    silke silvia silvio simone stefan stefano steffen stéphane susana susanne sven sylvie ségolène thierry thorsten
    tomas tomás torsten udo ulf ulrich ulrike umberto ute uwe valentina valéry veronique vicente vincenzo vittorio
    volker werner wilhelm willem willy wim wolfgang xavier yann yves yvette álvaro édouard étienne
""")
# Slavic and other languages of the east; Greek; Turkish, Arabic, Persian and Hebrew; of South and East Asia; of Africa.
_EASTERN = table("""
    abbas abdallah abdel abdoulaye abdul abdulaziz abdullah adebayo adel aditya agnieszka agus ahmad ahmed ahmet ajay
    akbar akhil akio akira alaa alassane aleksander aleksandr aleksei alexandra alexei alexey ali amadou amal amina
    aminata amir amit amitabh amr anand anastasia anatoly andrei andrej andrzej anil anita anjali antonis anwar arjun
    arun arvind ashok ashraf asif asma atul avi ayman aziz bambang bashar bashir benigno benny bilal binyamin blaise
    bogdan boris borislav branko chinua chiyo christos corazon costas cyril dagmar deepak dewi dimitri dimitris dinesh
    dmitri dmitry dragan ebrahim eduard ehud ekaterina eleni emeka emmerson emre erdal evgeny fadi fahd faisal farid
    farouk fatima fatma fatou fuad fyodor galina gamal ganesh gennady georgios ghassan giorgos gopal goran grigory
    grzegorz gyula habib hafez haider hakan hamad hamid hamza harish haruki hasan hassan hatem hideki hideo hiroshi
    hisham hosni hussain hussein ibrahim ibrahima ichiro igor ilya imelda imran indira ioannis irina isao ismail istvan
    istván jalal jamal jana janos jaroslav javad jerzy jiri jiří jomo junichiro kamal kamala kareem karim katarzyna
    kazuo keiko kemal kenichi kenji kenzo khaled khalid khalil kiran kiyoshi kofi koichi koji konstantin kostas krishna
    krzysztof kwame kyriakos lakshmi lalit laszlo laurent-désiré layla lech leila leonid ludmila lyudmila lászló maciej
    mahendra mahesh mahmoud mahmud majid makoto mamadou manish manmohan mansour marek mariam mariko mariusz maryam
    masaaki masahiro masao masayoshi meera mehdi mehmet mikhail milos miloš miroslav mitsuo mladen mohamad mohamed
    mohammad mohammed mohan mohsen moshe mourad moussa muhammad mukesh mustafa mwai nabil nader nadia nandan naoki naoto
    narendra nasser natalia natasha nawaf nawaz nayef ngozi nguyen nikola nikolai nikolay nikos nirmala nizar noboru
    nobuo nouri oksana oleg olga olusegun omar ondrej osama osamu othman oumar panagiotis pavel petr petra piotr pradeep
    prakash pranab praveen priya qassem radovan rafik rafiq rahul raila rajab rajendra rajesh rajiv rakesh ramesh ramzi
    rania rashid ravi recep reza riad ryszard saad sachin sadiq saeed salah saleh salim salman sami samir sandeep
    sani sanjay satoshi sayed seiji sergei sergey shankar shigeru shimon shintaro shinzo shiv shlomo shoichi siti
    slobodan sonia spyros stanislav stanislaw stavros suleiman sunil suresh sushma susumu svetlana süleyman tadashi
    tadeusz tahir takashi takeo takeshi talal tarek tareq tariq taro tatiana tatsuo tayyip thabo thandi tomasz toru
    toshio tran tsutomu turgut uday uhuru uri vaclav valentin valery vasily vijay vikram viktor vinod vitaly vladimir
    vladislav vojislav volodymyr vyacheslav václav wael waleed walid wojciech wole yair yannis yasin yasir yasser
    yasuhiro yasuo yegor yelena yevgeny yitzhak yogesh yoichi yoko yoshihiko yoshiro youssef yoweri yuki yukio yulia
    yuri yuriko yury yusuf zahra zainab zaki zbigniew zdenek zoltan zoran zvi
""")
FORENAMES = _ENGLISH | _WESTERN | _EASTERN
# Of all these, those that women bear; what is in neither of the next two tables, men bear.
_WOMEN = table("""
    agnes agnieszka alessandra alexandra alice alison amanda amelie amina aminata amy ana anastasia angela anita anjali
    anke ann anna anne annie annika antje asma astrid audrey aurelie barbara beatrice beatriz becky bernadette bertha
    beth betsy betty birgit brenda bridget brigitte béatrice carla carmen carol caroline carolyn carrie caterina
    catherine cathy cecilia celine chantal charlene cheryl christina christine cindy claire clare claudia colette
    corazon corinne cristina cynthia cécile dagmar danielle debbie deborah debra delphine denise dewi diana diane donna
    doris dorothy edith edna eileen ekaterina elaine eleanor elena eleni elise elizabeth elke ella ellen elsie emily
    emma erica ethel eva fatima fatma fatou fernanda fiona frances francesca francoise gabriela galina genevieve gillian
    gina ginny gisela gladys gloria gudrun gwen hannah hannelore harriet heather heike helen helga hillary imelda indira
    ines ingrid inés irene irina isabel isabella isabelle jacqueline jana jane janet janice jennifer jenny jessica jill
    joanna joanne josephine juana judith judy julia julie kamala karen karin katarzyna kate katherine kathleen kathryn
    kathy katie katja katrina keiko kirsty kristina lakshmi laura lauren layla leah leila lillian linda lisa liz lois
    lorraine louisa louise lucia lucy ludmila luisa lydia lyudmila mabel maggie marcia margaret margery maria mariam
    mariana marie mariko marilyn marjorie marlene martha martine mary maryam maureen maxine meera megan melanie melissa
    mette michelle mildred miranda mireille molly mona monica monika monique nadia nancy naomi natalia natalie natasha
    nathalie nell nicole nina nirmala nora norma odile oksana olga olivia pamela paola patricia patrizia paula pauline
    peggy penelope petra phoebe phyllis pilar priya rachel ramona rania rebecca renate rita roberta rosa rosalind
    rosemary ruth sabine sally samantha sandra sarah sharon sheila shirley sigrid silke silvia siti sonia sophia sophie
    stella stephanie sue susan susana susanne sushma susie svetlana sylvia sylvie ségolène tamara tara tatiana teresa
    thandi theresa tina ulrike ursula ute valentina valerie vanessa vera veronica veronique vicky wanda wendy winifred
    yelena yoko yulia yuriko yvette yvonne zahra zainab zoe
""")
# Borne by men and women, by men in one language and women in another, or too seldom read to tell.
_EITHER = table("""
    adel alaa alex alexei amal andrea andy ashley bernie beverly billy bobby cameron charlie chinua chiyo chris claude
    connie daniele dominique evelyn francis freddie gabriele glenn hilary inge jackie jake jamie jean jerry jesse joan
    josé joyce kelly kim kiran krishna laurence lee leslie lewis lynn marian mel meredith michele ngozi nguyen nicola
    noel nouri patrice patsy praveen randall rene robin ronnie rowan sam sani shelley sidney simone stacey thabo toby
    toni tracy tran valery vic vivian yuki yuri
""")
_MEN = FORENAMES - _WOMEN - _EITHER


def pronoun_of(name: str) -> str:
    """The pronoun of somebody with a full name, "he" or "she", where the forename tells it; else empty."""
    first, _, rest = name.partition(" ")
    first = first.lower()
    if not rest:
        return ""
    return "she" if first in _WOMEN else "he" if first in _MEN else ""
