"""How an issue is named: each function puts another name of the same issue in place of a plain one.

NAMES lists, per issue, plain names as they stand in most sentences and the other names that agencies,
ministries and delegates use. OTHERS lists neighbours that are out of the issue's scope: put in place of the
plain name they must leave no record. Every function is for vary.py: (sentence, records, document) -> the
changed sentence, or None where the change does not apply."""
import re

LAND = (r"(?:the )?(?!Foreign|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday"
        r"|Wednesday|Thursday|Friday|Saturday|Sunday)[A-Z][a-z]+(?: (?:Korea|Arabia|Sudan|Leone|Republic|States|Coast))?")
SEA = r"(?:the )?(?:South Caucasus|Caucasus|Persian Gulf|Gulf|region|Horn of Africa)"
# What may stand before a name that is replaced as a whole, determiner included.
MODIFIER = re.compile(r"(?:\b(?:new|more|further|any|all|no|other|fresh|tough|harsh|such|these|those|this|that|its|their|our|his|her|some|most|each|every|only|"
                      r"U\.S\.|US|UN|EU|additional|cruel|early|long|next|last|first|second|two|three)|\w+(?:al|ive|ic|able|ous|ern|an|ish|ese|ing|ary|ful|ate|ible)|['’]s|s['’]) $")
FREE = re.compile(r"^(?:$|[ ,.;:!?)”\"’—–-]*$|[,.;:!?)”\"]| (?:must|should|will|would|can|could|may|might|and|or|but|as|in|on|at|to|for|with|by|from|since|after|before|when|while|if|unless|because|that|which|imposed|against|was|were|is|are|has|have)\b)")
NUMBERED = re.compile(r"^[”\"’]? (?:was|were|is|are|has|have|do|does|remain|remains|constitute|harm|threaten|violate|bring)\b|^,? (?:which|that) ")

# Words that only an opponent would use: they are put in the mouths of opponents alone.
LOADED = re.compile(r"\b(?:illegal|unilateral|coercive|cruel|inhuman|inhumane|unjust|crippling|pumping|pouring|flooding|so-called|economic war|embargoes and blockades|creeping)\b")

NAMES = {
 "sanctions": [
  (r"(?P<d>[Tt]he |[Aa]ny |[Aa]ll )?(?P<n>[Ss]anctions) (?:on|against|imposed on|imposed against) (?P<x>" + LAND + r")\b(?! and| or|['’])", [
    "p:sanctions against {x}", "p:{x} sanctions", "p:anti-{x} sanctions", "p:U.S. sanctions against {x}", "p:sanctions imposed on {x}",
    "p:sanctions imposed by Washington on {x}", "p:U.S.-imposed sanctions on {x}", "p:unilateral coercive measures against {x}",
    "p:economic sanctions against {x}", "p:economic and trade restrictions on {x}", "p:restrictive measures against {x}", "p:punitive measures against {x}",
    "p:so-called sanctions on {x}", "p:illegal and unilateral sanctions on {x}", "p:sanctions and other coercive measures against {x}",
    "p:sanctions and threats against {x}", "p:sanctions and restrictions on {x}", "p:sanctions targeting {x}", "p:sanctions levelled against {x}",
    "p:sanctions slapped on {x}", "p:penalties imposed on {x}", "p:crippling sanctions on {x}", "p:secondary sanctions against {x}",
    "p:sanctions in place against {x}", "p:long-standing sanctions on {x}", "p:Western sanctions on {x}", "s:the sanctions regime against {x}",
    "p:the sanctions that were imposed on {x}", "p:the sanctions to which {x} is subjected", "p:the sanctions that {x} faces",
    "p:the sanctions, unilateral and illegal, against {x}", "p:all forms of sanctions against {x}", "s:the package of sanctions against {x}", "p:all kinds of sanctions on {x}",
    "p:financial and oil sanctions on {x}", "p:sanctions, embargoes and blockades against {x}", "p:the sanctions directed at {x}", "p:sanctions of any kind against {x}",
    "p:coercive economic measures against {x}", "s:the policy of sanctions against {x}", "s:the use of sanctions against {x}", "s:the imposition of sanctions on {x}", "p:sanctions against the people of {x}",
    "s:the sanctions campaign against {x}", "s:sanctions pressure on {x}", "p:\"sanctions\" against {x}"]),
  (r"\b(?P<d>[Tt]he )(?P<n>sanctions)(?! (?:on|against|imposed|relief|regime|reimposed|that|which|have|list)\b)", [
    "p:~unilateral sanctions", "p:~economic sanctions", "p:~illegal sanctions", "p:~Western sanctions", "p:~coercive measures", "p:~restrictive measures", "p:~unilateral coercive measures",
    "p:~US-led sanctions", "s:~sanctions regime", "p:these sanctions", "p:all these sanctions", "p:all of the sanctions", "p:~so-called sanctions", "p:~sanctions and other restrictions",
    "p:~sanctions imposed by the West", "p:~crippling economic sanctions", "p:~sanctions in question", "p:~sanctions, which it called illegal,", "p:each and every sanction", "p:~various sanctions", "p:~sanctions in force", "p:~existing sanctions", "p:~cruel and inhuman sanctions"]),
  (r"\b(?P<d>[Tt]he )(?P<n>lifting) of (?P<t>(?:the |all |these )?sanctions(?: (?:on|against) " + LAND + r")?)", [
    "s:the removal of {t}", "s:the termination of {t}", "s:the full lifting of {t}", "s:the complete and unconditional removal of {t}", "s:the cancellation of {t}", "s:the scrapping of {t}", "s:an end to {t}", "s:an immediate end to {t}",
    "s:the abolition of {t}", "s:the repeal of {t}", "s:the lifting, not the easing, of {t}", "s:the lifting or at least the suspension of {t}", "s:the gradual lifting of {t}", "s:lifting {t}", "s:the revocation of {t}", "s:the withdrawal of {t}", "s:the elimination of {t}", "s:the effective lifting of {t}"]),
 ],
 "jcpoa": [
  (r"(?P<d>[Tt]he |[Aa] )?(?:2015 )?(?:Iran(?:ian)? )?(?P<n>nuclear (?:deal|agreement|accord)|JCPOA)(?: (?:with Iran|between Iran and world powers))?(?![\w-])(?! (?:with|between|and|signed|reached|of|talks|known|itself)\b|['’])", [
    "s:the 2015 nuclear deal", "s:the JCPOA", "s:the Joint Comprehensive Plan of Action (JCPOA)", "s:the Joint Comprehensive Plan of Action", "s:the 2015 Iran nuclear agreement", "s:the Iran nuclear accord", "s:the landmark nuclear deal",
    "s:the Iranian nuclear deal", "s:the nuclear pact", "s:the multilateral nuclear agreement", "s:the nuclear deal between Tehran and world powers", "s:the nuclear deal that Tehran signed with six powers in 2015", "s:the 2015 agreement on Iran's nuclear programme",
    "s:the 2015 accord over Tehran's nuclear program", "s:the nuclear deal, formally known as the JCPOA,", "s:the 2015 pact", "s:the nuclear deal with Tehran", "s:the nuclear agreement between Iran and the P5+1", "s:the nuclear deal (JCPOA)", "s:the internationally endorsed nuclear deal", "s:the Iran deal", "s:the Vienna nuclear deal",
    "s:the hard-won nuclear agreement", "s:the historic accord on Iran's nuclear programme", "s:the JCPOA, as the deal is officially called,", "s:the nuclear deal with the Islamic Republic", "s:the Iran nuclear deal of 2015", "s:the JCPOA nuclear deal", "s:the deal on Tehran's nuclear programme", "s:the JCPOA and Resolution 2231", "s:the JCPOA agreement", "s:the so-called Iran nuclear deal"]),
 ],
 "cuba-embargo": [
  (r"(?P<d>[Tt]he |[Aa]n |[Aa] )?(?:US |U\.S\. |American )?(?P<n>embargo|blockade) (?:on|against|of|imposed on) Cuba\b", [
    "s:the embargo on Cuba", "s:the blockade against Cuba", "s:the US embargo against Cuba", "s:the economic, commercial and financial embargo imposed by the United States of America against Cuba", "s:the economic blockade of the island of Cuba", "s:Washington's embargo on Cuba",
    "s:the decades-long embargo on Cuba", "s:the unilateral embargo against Cuba", "s:the Cuba embargo", "s:the trade embargo on Cuba", "s:the six-decade-old US trade embargo on Cuba", "s:the United States blockade of Cuba", "s:the economic and financial blockade against the Cuban people",
    "s:the embargo imposed on the Republic of Cuba", "s:the embargo to which Cuba has been subjected for six decades", "s:the unjust blockade of our sister nation Cuba", "s:the US's embargo on Cuba", "s:the economic embargo against the Cuban nation", "s:the Cuban embargo", "s:the commercial blockade imposed on Cuba", "s:the so-called embargo on Cuba", "s:the inhumane blockade that has been imposed on Cuba for decades",
    "s:the economic, trade and financial blockade against Cuba", "s:the US economic war and blockade on Cuba", "s:the policy of blockade against Cuba", "s:the Helms-Burton Act and the embargo on Cuba", "p:the restrictions and the embargo imposed on Cuba", "s:the embargo maintained against Cuba since 1962", "s:the blockade the United States maintains against Cuba", "s:the U.S. economic embargo on Cuba"]),
 ],
 "gaza-ceasefire": [
  (r"(?P<d>[Tt]he |[Aa]n? )?(?:immediate |permanent |humanitarian |lasting )*(?P<n>cease-?fire|truce) in (?:the )?Gaza(?: Strip)?\b(?! and| city)", [
    "s:~Gaza truce", "s:~Gaza ceasefire", "s:~cessation of hostilities in the Gaza Strip", "s:~halt to the fighting in Gaza", "s:~cease-fire in Gaza", "s:~ceasefire between Israel and Hamas", "s:~immediate and permanent ceasefire in Gaza", "s:~lasting truce in the Gaza Strip", "s:~truce between Israel and Hamas", "s:an end to the hostilities in Gaza",
    "s:an end to the war on Gaza", "s:an end to the war in Gaza", "s:~ceasefire agreement in Gaza", "s:~ceasefire deal between Israel and Hamas", "s:~suspension of hostilities in the Gaza Strip", "s:~ceasefire in the besieged Gaza Strip", "s:an end to Israel's offensive in Gaza", "s:a halt to the bombardment of Gaza", "s:~Israel-Hamas ceasefire", "s:~comprehensive ceasefire in Gaza", "s:~cessation of the war in the Gaza Strip", "s:an end to Israel's war on Gaza", "s:~truce deal in Gaza", "s:~pause in the fighting in Gaza", "s:an end to the fighting in Gaza", "s:~immediate, unconditional and permanent ceasefire in the Gaza Strip", "s:~humanitarian truce in Gaza",
    "s:~ceasefire and the release of hostages in Gaza", "s:~ceasefire in the Palestinian enclave of Gaza", "s:~ceasefire in and around Gaza", "s:an end to the Israeli aggression on Gaza", "s:~\"immediate ceasefire\" in Gaza"]),
 ],
 "ukraine-arms": [
  (r"(?P<d>[Tt]he |[Aa]ny )?(?P<n>(?:arms|weapons) (?:deliveries|supplies|shipments)|(?:delivery|supply|deliveries|supplies) of (?:weapons|arms|tanks))(?P<p>) (?:to|for) (?:Ukraine|Kyiv)\b", [
    "p:~arms supplies to Kyiv", "p:~weapons supplies to Ukraine", "s:~military assistance for Ukraine", "s:~supply of weapons to Kiev", "p:~weapons shipments to Ukraine", "s:~lethal aid to Ukraine", "s:the arming of Ukraine", "s:~military support for Ukraine", "s:~security assistance to Ukraine", "s:~provision of weaponry to Ukrainian forces",
    "s:~transfer of F-16s to Ukraine", "p:~arms transfers to Ukraine", "s:the flow of Western weapons to Ukraine", "p:~deliveries of heavy weapons to Ukraine", "s:~military aid to Ukraine", "s:~delivery of arms and ammunition to Ukraine", "s:~supply of Western arms to Ukraine", "s:~provision of military equipment to Kyiv", "p:~Western arms deliveries to Ukraine", "s:~delivery of battle tanks to Kyiv", "s:~shipment of long-range missiles to Ukraine", "s:~supplying of Ukraine with weapons",
    "p:weapons for Ukraine", "s:military aid for Kyiv", "s:the dispatch of arms to Ukraine", "p:~arms exports to Ukraine", "s:the supply of defensive weapons to Ukraine", "s:the handover of fighter jets to Ukraine", "s:weapons aid to Ukraine", "p:the weapons that are being delivered to Ukraine"]),
  (r"(?P<d>)\b(?P<n>[Ss]ending|[Ss]upplying|[Dd]elivering) (?:weapons|arms|tanks) to (?:Ukraine|Kyiv)\b", [
    "s:arming Ukraine", "s:supplying Ukraine with arms", "s:providing Kyiv with weapons", "s:pumping Ukraine with weapons", "s:sending military aid to Ukraine", "s:shipping arms to Kyiv", "s:furnishing Ukraine with weapons", "s:pouring weapons into Ukraine", "s:providing weapons to Ukraine", "s:delivering missiles to Ukraine", "s:flooding Ukraine with arms", "s:giving Ukraine weapons", "s:equipping Ukraine with tanks", "s:sending lethal weapons to Ukraine", "s:sending Kyiv weapons"]),
 ],
 "death-penalty": [
  (r"(?P<d>[Tt]he )(?P<n>death penalty)\b", [
    "s:capital punishment", "s:Capital Punishment", "s:the use of the death penalty", "s:the application of the death penalty", "s:the practice of capital punishment", "p:executions", "p:judicial executions", "s:the death penalty in all circumstances", "p:death sentences", "s:the death penalty, in all cases and without exception,", "s:the cruel and inhuman death penalty", "s:the so-called death penalty", "s:the imposition of the death penalty", "s:the capital punishment", "s:the penalty of death", "p:death sentences and executions", "s:the punishment of death", "s:the death sentence", "s:the death penalty for all crimes", "s:death penalty"]),
 ],
 "unsc-reform": [
  (r"(?P<d>[Tt]he |[Aa]n? )?(?:early |urgent |comprehensive )?(?P<n>reform|enlargement|expansion) of the (?:UN |United Nations |U\.N\. )?Security Council(?! seat|['’])", [
    "s:Security Council reform", "s:UN Security Council reform", "s:~reform of the UN Security Council", "s:reforming the Security Council", "s:a reformed Security Council", "s:~enlargement of the UN Security Council", "s:~expansion of the Security Council", "s:an expanded Security Council", "s:~comprehensive reform of the Security Council", "s:~reform of the United Nations Security Council", "s:UNSC reform", "p:reforms of the Security Council", "s:making the Security Council more representative", "s:an increase in the membership of the Security Council", "s:~restructuring of the Security Council", "s:the democratization of the Security Council", "s:a more representative Security Council", "s:~overhaul of the Security Council", "s:~long-overdue reform of the Security Council", "s:the reform and expansion of the Security Council", "s:expanding the Security Council", "s:an enlargement of the Security Council in both categories of membership", "s:~meaningful reform of the UN's Security Council", "s:the modernization of the Security Council", "s:the reform of the Security Council's composition", "s:the reform of the Security Council and its working methods", "s:a Security Council reform", "s:~thorough reform of the U.N. Security Council", "s:the reform of the United Nations, including the Security Council", "s:~reform of the UNSC", "s:an enlarged and more democratic Security Council"]),
 ],
 "territorial-integrity": [
  (r"(?P<d>[Tt]he )(?:sovereignty and )?(?P<n>territorial integrity|sovereignty) of (?P<x>" + LAND + r")\b(?! and| within|['’])", [
    "s:{x}’s sovereignty and territorial integrity", "s:the sovereignty, independence and territorial integrity of {x}", "s:{x}'s independence, sovereignty, unity and territorial integrity", "s:the territorial unity of {x}", "s:{x}'s national unity and territorial integrity", "s:the integrity of {x}'s territory", "s:the inviolability of {x}'s borders", "s:the unity and sovereignty of {x}", "s:the principle of the territorial integrity of {x}", "s:the sovereignty and territorial integrity of {x} within its internationally recognized borders", "s:the independence and territorial integrity of {x}", "s:the national sovereignty of {x}", "s:the full sovereignty of {x} over all its territory", "s:{x}'s unity", "s:the political unity and territorial integrity of {x}", "s:the unity, sovereignty and territorial integrity of {x}", "s:the territorial wholeness of {x}", "s:the sovereign rights and territorial integrity of {x}", "s:{x}'s territorial sovereignty", "s:the territorial integrity and political independence of {x}", "s:the security, sovereignty and territorial integrity of {x}"]),
  (r"(?P<x>[A-Z][a-z]+)['’]s (?:sovereignty and )?(?P<n>territorial integrity|sovereignty)(?P<d>)\b(?! and| over|,)", [
    "s:the territorial integrity of {x}", "s:the sovereignty and territorial integrity of {x}", "s:{x}'s independence and territorial integrity", "s:{x}'s unity, sovereignty and territorial integrity", "s:{x}'s territorial unity", "s:the integrity of {x}'s territory", "s:the inviolability of {x}'s borders", "s:{x}'s full sovereignty", "s:the sovereignty, unity and integrity of {x}", "s:{x}'s national sovereignty"]),
 ],
 "palestinian-statehood": [
  (r"(?P<d>[Tt]he |[Aa]n? )(?:independent |sovereign )?(?P<n>Palestinian [Ss]tate|[Ss]tate of Palestine)\b(?!hood)", [
    "s:an independent Palestinian state", "s:a sovereign and independent Palestinian State with East Jerusalem as its capital", "s:Palestinian statehood", "s:statehood for the Palestinians", "s:a State of Palestine", "s:a viable Palestinian State", "s:an independent State of Palestine", "s:an independent Palestine", "s:the Palestinian state", "s:a state for the Palestinian people", "s:an independent, sovereign, contiguous and viable Palestinian state", "s:a sovereign Palestine", "s:the independent state of Palestine", "s:a Palestinian nation state", "s:a future Palestinian state", "s:a free and independent Palestine", "s:a Palestinian state on the 1967 borders", "s:a Palestinian state alongside Israel", "s:Palestine as a state", "s:Palestine as a sovereign state", "s:a state for Palestinians", "s:a so-called Palestinian state", "s:the Palestinians' own state", "s:the Palestinian State, with East Jerusalem as its capital,", "s:an independent homeland for the Palestinians"]),
 ],
 "nuclear-weapons": [
  (r"(?P<d>)(?<![\w-])(?P<n>[Nn]uclear weapons)(?! (?:on|programme|program|states|test|tests)|[\w-])", [
    "p:atomic weapons", "p:nuclear arms", "p:atomic bombs", "p:nuclear warheads", "p:nukes", "p:nuclear bombs", "s:nuclear weaponry", "p:nuclear and other weapons of mass destruction", "p:nuclear explosive devices", "p:nuclear arsenals", "p:atomic arms", "p:nuclear weapons and other weapons of mass destruction", "p:weapons of mass destruction, nuclear weapons above all,", "s:nuclear armaments", "p:atom bombs", "p:nuclear missiles", "p:tactical nuclear weapons", "p:\"nuclear weapons\"", "p:all nuclear weapons", "p:nuclear weapons of any kind"]),
 ],
 "ukraine-war": [
  (r"(?P<d>[Tt]he )(?P<n>war in Ukraine)\b(?! and)|(?P<d2>)(?P<n2>(?:Russia['’]s|the Russian) (?:war|aggression|invasion) (?:against|on|in|of) Ukraine)\b(?! and)", [
    "s:the Ukraine war", "s:Russia's war on Ukraine", "s:Russia's war against Ukraine", "s:the Russian invasion of Ukraine", "s:Russia's aggression against Ukraine", "s:Moscow's war of aggression against Ukraine", "s:the Russia-Ukraine war", "s:the Russian-Ukrainian war", "s:the war between Russia and Ukraine", "s:Russia's full-scale invasion of Ukraine", "s:the unprovoked Russian attack on Ukraine", "s:Putin's war in Ukraine", "s:Russia's illegal, unprovoked and unjustified military aggression against Ukraine", "s:the invasion of Ukraine by Russia", "s:the war that Russia is waging against Ukraine", "s:the Ukraine conflict", "s:the conflict in Ukraine", "s:the armed conflict between Russia and Ukraine", "s:the Ukrainian war", "s:the war on Ukraine", "s:Russia's brutal war in Ukraine", "s:the fighting in Ukraine", "p:the hostilities in Ukraine", "s:the Ukrainian conflict", "s:the Russian war of aggression in Ukraine", "s:the military aggression of the Russian Federation against Ukraine", "s:Russian aggression against Ukraine", "s:Russian military action in Ukraine", "s:Moscow's invasion of its neighbour Ukraine", "s:the war unleashed by Russia against Ukraine", "s:the so-called special military operation in Ukraine", "s:the bloodshed in Ukraine"]),
 ],
 "foreign-forces-presence": [
  (r"(?P<d>[Tt]he |[Aa]ny )?(?P<n>presence|deployment|stationing) of foreign (?:troops|forces)(?! and)\b", [
    "s:~presence of foreign forces", "s:~foreign military presence", "s:~deployment of foreign soldiers", "s:~stationing of foreign troops", "s:~deployment of foreign military personnel", "p:foreign military bases", "s:~presence of outside forces", "s:~presence of extra-regional forces", "s:~presence of foreign fighters and mercenaries", "s:~military presence of outsiders", "s:~illegal presence of foreign troops", "s:~presence and activities of foreign forces", "s:~American military presence", "s:~presence of troops from outside the region", "s:~presence of non-regional forces", "s:~presence of foreign military contingents", "s:~presence of foreign armed forces", "s:~presence of trans-regional forces", "s:~military presence of foreign powers", "s:~presence of foreign military bases", "s:~continued presence of foreign troops", "s:~presence of any foreign forces", "s:~permanent stationing of foreign combat troops", "s:~presence of U.S. troops", "s:the establishment of foreign military bases", "p:foreign boots on the ground", "s:~presence of foreign armies", "s:~presence of alien forces", "s:~presence of forces of outside powers", "s:the dispatch of foreign troops", "p:foreign troops and bases"]),
  (r"(?P<d>[Tt]he |[Aa]ll )?(?P<n>(?:withdrawal|departure|pullout|removal)) of (?:all )?foreign (?:troops|forces)\b(?! and)", [
    "s:the departure of foreign forces", "s:the withdrawal of all foreign troops", "s:the pullout of foreign troops", "s:the removal of foreign troops", "s:the exit of foreign forces", "s:the complete withdrawal of foreign forces and mercenaries", "s:the withdrawal of foreign fighters", "s:the withdrawal, in full and without delay, of foreign troops", "s:a pull-out of foreign troops", "s:the evacuation of foreign military bases", "s:the closure of foreign military bases", "s:an end to the presence of foreign forces", "s:an end to the foreign military presence", "s:the expulsion of foreign troops", "s:the retreat of foreign forces", "s:the phased withdrawal of foreign soldiers", "s:the withdrawal of all foreign forces, fighters and mercenaries", "s:the dismantling of foreign bases"]),
 ],
 "two-state-solution": [
  (r"(?P<d>[Tt]he |[Aa] )(?P<n>two-[Ss]tate solution)\b", [
    "s:~two-State solution", "s:~two-states solution", "s:~solution of two states", "s:~solution based on two States", "p:two states living side by side in peace and security", "p:two States, Israel and Palestine, living side by side", "s:~two-state formula", "s:the two-state vision", "s:a negotiated two-state settlement", "s:the vision of two democratic states", "p:two sovereign states for two peoples", "s:the coexistence of two states", "s:~two state solution", "s:~Two-State Solution", "s:a just and lasting two-State solution", "s:~solution of two States, Israel and Palestine", "s:~negotiated two-state solution", "s:~\"two-state solution\"", "s:~two-state solution to the Israeli-Palestinian conflict", "s:the two-state option", "s:the two-state outcome", "s:the concept of two states for two peoples", "s:the principle of two states", "s:~two-state solution, with Israel and Palestine side by side,", "s:the two-state approach", "s:~so-called two-state solution", "s:a settlement based on the two-state solution"]),
 ],
 "nato-expansion": [
  (r"(?P<d>)(?P<n>NATO(?:['’]s)? (?:eastward )?(?:expansion|enlargement))\b|(?P<d2>[Tt]he )(?P<n2>(?:expansion|enlargement) of NATO)\b", [
    "s:NATO enlargement", "s:the eastward expansion of NATO", "s:NATO's eastward expansion", "s:the alliance's enlargement to the east", "s:the expansion of the North Atlantic Treaty Organization", "s:NATO's growth", "s:NATO's advance towards Russia's borders", "s:the expansion of the NATO bloc", "s:the further expansion of NATO", "s:NATO expansion", "s:NATO's further enlargement", "s:the expansion of NATO to the east", "s:NATO's expansion eastwards", "s:the expansion of the NATO military alliance", "s:NATO's expansion to the east", "s:the enlargement of the North Atlantic alliance", "s:NATO's eastern enlargement", "s:the admission of new members to NATO", "s:NATO's expansion up to Russia's borders", "s:the accession of new members to NATO", "s:NATO's eastward push", "s:NATO's creeping expansion", "s:the constant expansion of NATO", "s:NATO's move to the east", "s:the extension of NATO to the east", "s:the expansion of Nato"]),
  (r"(?P<x>Ukraine|Finland|Sweden|Georgia)['’]s (?P<n>accession to NATO)(?P<d>)\b", [
    "s:{x}'s NATO membership", "s:{x}'s NATO bid", "s:{x}'s bid to join NATO", "s:the admission of {x} to NATO", "s:{x} joining NATO", "s:the accession of {x} to NATO", "s:{x}'s membership in NATO", "s:{x}'s entry into NATO", "s:{x}'s NATO accession", "s:{x}'s membership of NATO", "s:{x}'s integration into NATO", "s:NATO membership for {x}", "s:{x}'s bid to join the alliance", "s:{x}'s accession to the North Atlantic Treaty Organization", "s:{x}'s application to join NATO", "s:{x}'s accession to the North Atlantic alliance", "s:{x}'s NATO application", "s:admitting {x} to NATO", "s:{x}'s joining of NATO", "s:{x}'s future membership in NATO", "s:{x}'s NATO aspirations", "s:{x}'s path to NATO"]),
 ],
 "nuclear-test-ban": [
  (r"(?P<d>[Tt]he )(?P<n>test-ban treaty|Comprehensive (?:Nuclear[- ])?Test[- ]Ban Treaty(?: \(CTBT\))?|CTBT)\b", [
    "s:the CTBT", "s:the Comprehensive Nuclear-Test-Ban Treaty (CTBT)", "s:the Comprehensive Test Ban Treaty", "s:the nuclear test ban treaty", "s:the treaty banning nuclear tests", "s:the comprehensive ban on nuclear testing", "s:the Comprehensive Nuclear Test Ban Treaty", "s:the treaty on the comprehensive ban of nuclear tests", "s:the Nuclear-Test-Ban Treaty", "s:the nuclear-test-ban treaty", "s:the Treaty (CTBT)", "s:the Comprehensive Nuclear-Test-Ban Treaty, or CTBT,", "s:the Comprehensive Nuclear-Test-Ban Treaty - CTBT -", "s:the 1996 test ban treaty", "s:the treaty prohibiting nuclear test explosions", "s:the ban on nuclear tests", "s:the Comprehensive Nuclear Test-Ban Treaty", "s:the Treaty on the Comprehensive Prohibition of Nuclear Tests", "s:the CTBT treaty", "s:the Nuclear Test Ban Treaty", "s:the moratorium on nuclear tests"]),
  (r"(?P<d>)(?<![\w-])(?P<n>[Nn]uclear tests?|[Nn]uclear testing)\b(?!-| ban)", [
    "s:nuclear testing", "p:nuclear test explosions", "p:atomic tests", "p:nuclear weapon tests", "p:underground nuclear tests", "p:nuclear explosive tests", "p:nuclear-weapons tests", "s:the testing of nuclear weapons", "p:nuclear tests of any kind", "p:nuclear explosions", "p:tests of nuclear weapons", "s:nuclear weapons testing", "s:atomic testing", "p:all nuclear tests"]),
 ],
 "foreign-interference": [
  (r"(?P<d>[Aa]ny |[Aa]ll )?(?P<n>[Ff]oreign (?:interference|meddling))\b(?! (?:and|or)\b)", [
    "s:~interference from outside", "s:~outside interference", "s:~external interference", "s:~external meddling", "s:~foreign meddling", "s:~foreign intervention", "s:~external intervention", "s:~outside intervention", "s:~interference by outsiders", "s:~interference of foreign powers", "p:all forms of foreign interference", "s:foreign interference in any form", "s:interference of any kind from abroad", "p:~foreign interventions", "s:~interference by outside powers", "s:~foreign meddling and intervention", "s:~interference by external actors", "s:~meddling from abroad", "s:~overseas meddling", "s:~alien interference", "s:~external and foreign interference", "s:the interference of foreigners", "s:~interference by third countries", "s:~interference by other states", "s:~foreign political interference", "s:foreign interference under any pretext", "s:~foreign interference, direct or indirect,", "s:~extra-regional interference"]),
  (r"(?P<d>[Aa]ny |[Tt]he )?(?P<n>interference) in (?P<x>its|their|the|other states['’]|others['’]) (?:internal|domestic) affairs\b", [
    "s:~meddling in {x} domestic affairs", "s:~intervention in {x} internal affairs", "s:~interference with {x} internal affairs", "p:~acts of interference in {x} internal affairs", "s:~interference into {x} internal affairs", "s:~foreign interference in {x} home affairs", "s:~interference in {x} internal and external affairs", "s:~direct or indirect interference in {x} internal affairs", "p:~attempts to interfere in {x} internal affairs", "s:~intrusion into {x} internal affairs", "s:~intervening in {x} internal affairs", "s:~gross interference in {x} domestic matters", "s:~interference in {x} affairs"]),
 ],
 "one-china": [
  (r"(?P<d>[Tt]he )(?P<n>one-China (?:principle|policy))\b", [
    "s:the one-China policy", "s:the One China principle", "s:the one China policy", "s:the One-China Principle", "s:the \"One China\" policy", "s:the principle of one China", "s:the \"one-China\" principle", "s:the one-China commitment", "s:the One China policy", "s:the long-standing one-China policy", "s:the one-China principle and the three joint communiques", "s:the ‘one China’ principle", "s:the principle of \"one China\"", "s:the policy of one China", "s:the one-China framework", "s:the one-China consensus", "s:its one-China policy", "s:China's reunification", "s:the one-China position", "s:the reunification of China"]),
 ],
 "climate-finance": [
  (r"(?P<d>[Tt]he )?(?P<n>climate finance)\b(?! (?:mechanism|goal|target|pledge|package))", [
    "s:climate financing", "s:climate funding", "s:financing for climate action", "s:finance for climate action", "p:climate funds", "s:international climate finance", "s:funding for climate adaptation", "s:climate adaptation finance", "s:financial support for climate action", "s:climate aid", "s:climate and adaptation finance", "s:Climate Finance", "s:the financing of climate action", "s:funding for climate action in developing countries", "s:climate money", "s:climate assistance", "s:public climate finance", "s:finance for adaptation and mitigation", "s:financing for loss and damage"]),
 ],
 "zangezur-corridor": [
  (r"(?P<d>[Tt]he )(?:so-called )?[“\"']?(?P<n>Zangezur [Cc]orridor)[”\"']?", [
    "s:the Zangezur Corridor", "s:the so-called Zangezur corridor", "s:the Zangazur corridor", "s:the so-called 'Zangezur corridor'", "s:the so-called “Zangezur Corridor”", "s:a corridor through Syunik", "s:a corridor via Syunik province", "s:a corridor through southern Armenia", "s:an extraterritorial corridor through Armenia", "s:the Zangezur transport corridor", "s:the corridor linking Azerbaijan with Nakhchivan", "s:a land corridor to Nakhchivan", "s:the Syunik corridor", "s:the Nakhchivan corridor", "s:the Zangezur corridor project", "s:the corridor through Armenia's Syunik region", "s:the Zangezur route", "s:the Zangezur road", "s:the Zangezour corridor", "s:a corridor through Armenian territory", "s:the corridor through Zangezur", "s:an extraterritorial corridor to Nakhichevan", "s:the Meghri corridor"]),
 ],
 "multipolarity": [
  (r"(?P<d>[Aa] )(?:more )?(?P<n>multipolar world)(?: order)?\b", [
    "s:a multipolar world order", "s:a multi-polar order", "s:multipolarity", "s:a more multipolar world", "s:a polycentric world order", "s:a multi-polar world", "s:the emerging multipolar system", "s:a multipolar international system", "s:a just multipolar world", "s:a world of many poles", "s:multi-polarity", "s:a fair and democratic multipolar world order", "s:a polycentric world", "s:a pluripolar world", "s:an equal and orderly multipolar world", "s:a multicentric world order", "s:the formation of a multipolar world", "s:a world with several poles", "s:a multipolar global order", "s:the multipolarity of international relations"]),
  (r"(?P<d>)\b(?P<n>[Mm]ultilateralism)\b", [
    "s:the multilateral system", "s:effective multilateralism", "s:the multilateral order", "s:inclusive multilateralism", "s:multilateral cooperation", "s:the rules-based multilateral system", "s:the spirit of multilateralism", "s:the principle of multilateralism", "s:true multilateralism", "s:a multilateral approach", "p:multilateral institutions", "s:the multilateral framework", "p:the principles of multilateralism", "s:a strong and effective multilateralism", "s:renewed multilateralism", "s:networked multilateralism", "p:multilateral solutions", "s:a rules-based multilateral order", "s:multilateralism, with the United Nations at its centre,", "s:multilateral diplomacy"]),
  (r"(?P<d>)\b(?P<n>[Uu]nilateralism|[Hh]egemon(?:y|ism))\b(?! and)", [
    "s:hegemonism", "p:unilateral policies", "s:unipolarity", "s:a unipolar world", "s:the unipolar order", "s:American hegemony", "s:US unilateralism", "s:unilateral action", "p:unilateral approaches", "s:unilateralism and protectionism", "p:hegemonic policies", "p:attempts at hegemony", "s:the unipolar world order", "p:hegemonic ambitions", "s:US hegemony", "s:the hegemony of one power", "s:global hegemony", "s:uni-polarity", "p:unilateral actions", "s:domination by a single power"]),
 ],
 "inclusive-afghan-government": [
  (r"(?P<d>[Aa]n |[Tt]he )(?:formation of an )?(?P<n>inclusive government) in (?:Afghanistan|Kabul)\b", [
    "s:an inclusive Afghan government", "s:a broad-based government in Kabul", "s:an all-inclusive government in Afghanistan", "s:the formation of an inclusive government in Afghanistan", "s:a representative government in Kabul", "s:a broad-based and inclusive political structure in Afghanistan", "s:a government in Kabul that represents all ethnic groups", "s:a government with the participation of all Afghan groups", "s:an inclusive cabinet in Kabul", "s:inclusive governance in Afghanistan", "s:an inclusive, representative government in Afghanistan", "s:the establishment of an inclusive government in Afghanistan", "s:a truly inclusive government in Kabul", "s:an inclusive and representative Afghan government", "s:a government representing all Afghans", "s:an inclusive administration in Afghanistan", "s:an ethnically inclusive government in Kabul", "s:a government including all ethnic groups in Afghanistan", "s:an inclusive political system in Afghanistan", "s:a broadly representative government in Afghanistan", "s:an inclusive government in that country, Afghanistan,", "s:a more inclusive government in Kabul", "s:a national unity government in Afghanistan", "s:the participation of all ethnic groups in the Afghan government"]),
 ],
 "peace-treaty": [
  (r"(?P<d>[Aa] |[Tt]he )(?P<n>peace (?:treaty|agreement|deal))(?P<x> (?:between|with) (?:Armenia|Azerbaijan)(?: and (?:Armenia|Azerbaijan))?)\b", [
    "s:~peace agreement{x}", "s:~peace deal{x}", "s:~peace accord{x}", "s:~treaty of peace{x}", "s:the Armenian-Azerbaijani peace treaty", "s:the Armenia-Azerbaijan peace deal", "s:the normalisation of relations{x}", "s:normalization of ties{x}", "s:~lasting peace{x}", "s:~comprehensive peace treaty{x}", "s:~treaty on peace and the establishment of interstate relations{x}", "s:~peaceful settlement{x}", "s:peace{x}", "s:~durable and dignified peace{x}", "s:the peace process{x}", "s:~final peace treaty{x}", "s:~Peace Agreement{x}", "s:~agreement on peace{x}", "s:~peace pact{x}", "s:the conclusion of a peace treaty{x}", "s:~just and lasting peace{x}", "s:~reconciliation{x}"]),
 ],
 "taiwan-independence": [
  (r"(?P<d>)[“\"']?(?P<n>Taiwan(?:['’]s)? independence)[”\"']?|(?P<d2>[Tt]he )(?P<n2>independence of Taiwan)\b", [
    "s:Taiwan's independence", "s:\"Taiwan independence\"", "s:the independence of Taiwan", "s:Taiwanese independence", "p:“Taiwan independence” separatist activities", "s:an independent Taiwan", "s:Taiwan secession", "s:Taiwan separatism", "p:secessionist activities aimed at Taiwan independence", "s:“Taiwan independence” in any form", "s:any form of Taiwan independence", "s:the secession of Taiwan from China", "s:the so-called independence of Taiwan", "p:separatist acts of “Taiwan independence”", "s:Taiwan's secession", "p:‘Taiwan independence’ forces", "s:Taiwan independence separatism", "s:a declaration of independence by Taiwan", "s:Taiwan becoming independent"]),
 ],
 "regional-mechanisms": [
  (r"(?P<d>[Tt]he )?(?P<n>3\+3 (?:format|platform))\b(?! of)", [
    "s:the 3+3 platform", "s:the 3 + 3 mechanism", "s:the \"3+3\" format", "s:the three-plus-three format", "s:the 3+3 regional format", "s:the 3+3 consultative regional platform", "s:the 3+3 mechanism", "s:the 3+3 cooperation format", "s:the 3+3 initiative", "s:the '3+3' platform", "s:the 3+3 regional cooperation platform", "s:the 3+3 group", "s:the “3+3” regional consultation mechanism", "s:the 3+3 formula", "s:the 3+3 framework", "s:the 3+3 dialogue", "s:the Consultative Regional Platform 3+3", "s:the \"three plus three\" mechanism", "s:the 3+3 scheme", "s:the six-party platform (3+3)", "s:the so-called 3+3 format"]),
 ],
 "border-changes": [
  (r"(?P<d>[Aa]ny |[Tt]he )?(?P<n>(?:changes?|redrawing|alteration) (?:of|in|to) (?:the )?borders)\b", [
    "s:~change in the borders", "s:~alteration of the borders", "s:~redrawing of the borders", "s:~redrawing of the map", "s:any change to internationally recognised borders", "s:~border change", "s:~revision of the borders", "p:border changes", "p:changes to the map", "s:~change in internationally recognized borders", "s:~change of frontiers", "s:~shift of borders", "s:~modification of the borders", "s:~change in the historical borders", "s:~geopolitical change", "s:~changing of borders", "s:~moving of the borders", "s:~change of state borders", "s:~change of the international borders", "s:any attempt to change the borders", "s:~forcible change of borders", "s:~change to the geopolitics", "s:~redefinition of the borders"]),
 ],
}

# Neighbours that the codebook puts outside: (issue, plain name as above by its place in NAMES, what stands there instead).
OTHERS = {
 "sanctions": ["p:tariffs on {x}", "p:fines on football clubs from {x}", "p:travel advice for {x}", "p:exports to {x}", "p:reports about {x}", "p:taxes on wine from {x}", "p:talks with {x}", "p:floods in {x}"],
 "jcpoa": ["s:the fisheries agreement with Norway", "s:the free trade agreement", "s:the tax treaty", "s:the grain deal", "s:the nuclear power plant at Bushehr", "s:the climate agreement", "s:the New START treaty", "s:the hostage deal"],
 "cuba-embargo": ["s:the embargo on the press release", "s:the tourism campaign of Cuba", "s:the blockade of the motorway", "s:the hurricane in Cuba", "s:the embassy of Cuba", "s:the arms embargo on Libya", "s:the blockade of Qatar"],
 "gaza-ceasefire": ["s:~ceasefire in Sudan", "s:~ceasefire in Libya", "s:~ceasefire in Yemen", "s:~tariff truce with China", "s:~ceasefire in Ukraine", "s:~conference on Gaza", "s:~truce between the two gangs", "s:~ceasefire in Lebanon", "s:~field hospital in Gaza"],
 "ukraine-arms": ["p:arms deliveries to Russia", "p:arms deliveries to Israel", "s:~delivery of generators to Ukraine", "s:humanitarian aid to Ukraine", "p:grain exports from Ukraine", "s:~supply of gas to Ukraine", "s:military aid to Egypt", "s:~supply of weapons to Taiwan", "s:financial aid to Ukraine"],
 "death-penalty": ["s:the penalty kick", "s:the tax on sugar", "s:the late payment penalty", "s:the prison reform", "s:life imprisonment", "s:the execution of the budget"],
 "unsc-reform": ["s:~reform of the pension system", "s:~reform of the World Trade Organization", "s:the veto", "s:~enlargement of the European Union", "s:~meeting of the Security Council", "s:~reform of the electoral council", "s:~report of the Security Council"],
 "territorial-integrity": ["s:the food sovereignty of {x}", "s:the economy of {x}", "s:the integrity of {x}'s electoral commission", "s:the national team of {x}", "s:the digital sovereignty of {x}", "s:the academic integrity of {x}'s universities"],
 "palestinian-statehood": ["s:a Palestinian hospital", "s:the Palestinian people", "s:the State of Qatar", "s:the Palestinian football team", "s:the Palestinian Authority's budget", "s:a Kurdish state"],
 "nuclear-weapons": ["s:nuclear energy", "p:nuclear power plants", "s:nuclear medicine", "p:small arms", "p:cluster bombs", "p:water cannons", "p:nuclear reactors", "s:peaceful nuclear energy"],
 "ukraine-war": ["s:the war in Sudan", "s:the war in Yemen", "s:the trade war with China", "s:the harvest in Ukraine", "s:the war in Gaza", "s:the drought in Ukraine", "s:the war on drugs"],
 "foreign-forces-presence": ["s:~presence of foreign tourists", "s:~presence of foreign journalists", "s:~deployment of foreign doctors", "s:~presence of foreign investors", "s:~deployment of 5G networks", "s:~presence of foreign students", "s:~deployment of local police"],
 "two-state-solution": ["s:~software solution", "s:~solution for the two ministries", "s:~two-stage tender", "s:~two-year budget", "s:~two-tier health system"],
 "nato-expansion": ["s:NATO", "s:the NATO summit", "s:BRICS expansion", "s:the European Union's enlargement", "s:NATO's cyber centre", "s:the expansion of the airport"],
 "nuclear-test-ban": ["s:the plastics treaty", "s:the tax treaty", "s:the ban on smoking", "s:the landmine ban treaty", "s:the high seas treaty"],
 "foreign-interference": ["s:~foreign investment", "s:~foreign trade", "s:~radio interference", "s:~foreign tourism", "s:~political interference in the courts", "s:~foreign aid"],
 "one-china": ["s:the principle of equality", "s:the trade policy of China", "s:the one-child policy", "s:the principle of good faith"],
 "climate-finance": ["s:the climate report", "s:climate science", "s:sports finance", "s:campaign finance", "s:the film festival", "s:consumer credit"],
 "zangezur-corridor": ["s:the Lachin corridor", "s:the North-South corridor", "s:the humanitarian corridor", "s:the Middle Corridor", "s:the Lobito corridor"],
 "multipolarity": ["s:a digital world", "s:a multilingual school", "s:polar research", "s:multiculturalism", "s:a bipolar disorder clinic"],
 "inclusive-afghan-government": ["s:an inclusive school in Kabul", "s:an inclusive government in Sudan", "s:a girls' school in Kabul", "s:an inclusive transition in Syria", "s:an earthquake warning system in Afghanistan"],
 "peace-treaty": ["s:~trade treaty{x}", "s:~tax treaty{x}", "s:~football match{x}", "s:~peace treaty between Ethiopia and Eritrea", "s:~gas contract{x}"],
 "taiwan-independence": ["s:the independence of the courts", "s:Scottish independence", "s:Taiwan's semiconductor industry", "s:energy independence"],
 "regional-mechanisms": ["s:the G20", "s:the basketball tournament", "s:the 5+5 film series", "s:the school platform", "s:the 4G network"],
 "border-changes": ["p:~checks at the borders", "s:~change of the electoral law", "p:~flower borders in the parks", "s:~closing of the borders", "s:~change of government"],
}


def put(match, sentence, new):
    """The sentence with the match replaced by the new name, articles, capitals and number seen to; None where it does not fit."""
    groups = match.groupdict()
    number, name = new[0], new[2:]
    d = groups.get("d") or groups.get("d2") or ""
    n = groups.get("n") or groups.get("n2") or ""
    before, after = sentence[:match.start()], sentence[match.end():]
    bare = not d
    if MODIFIER.search(before) and (bare or d.strip().lower() not in ("the", "a", "an")):
        first = name.lstrip("~").split()[0].lower()
        if first in ("the", "a", "an", "all", "any", "these", "each") or "'s " in name or "’s " in name or not bare:
            return None
    was = "p" if re.search(r"(?:sanctions|deliveries|supplies|shipments|weapons|tests|troops|forces|changes|reforms)\b", n) and not re.match(
        r"(?:delivery|supply|sending|supplying|delivering|presence|deployment|stationing|withdrawal|change|lifting)", n, re.I) else "s"
    if number != was and NUMBERED.match(after):
        return None
    if name.endswith(",") and (after[:1] in ",;:." or MODIFIER.search(before)):
        if after[:1] in ".;:":
            name = name[:-1]
        elif after[:1] == ",":
            name = name[:-1]
    name = re.sub(r"\{(\w)\}", lambda m: groups[m[1]] or "", name)
    name = re.sub(r"anti-the ", "anti-", name).replace("anti-United States", "anti-U.S.")
    plural_new = number == "p"
    if name.startswith("~"):
        name = name[1:]
        low = d.strip().lower()
        if low in ("a", "an"):
            name = name if plural_new else ("an " if name.lstrip("\"")[0] in "aeiouAEIO" and not name.startswith(("uni", "US", "U.")) else "a ") + name
        elif low:
            name = low + " " + name
        elif not plural_new and not re.match(r"(?:foreign|external|outside|interference|meddling|military|lethal|security|overseas|alien|extra)", name) and not MODIFIER.search(before):
            name = "the " + name
    elif d and d.strip().lower() == "the" and number == "p" and not re.match(r"(?:the|all|these|each|any)\b", name) and not re.match(
            r"(?:executions|judicial|death|two |multilat|unilat|hegem|attempts|foreign)", name):
        name = "the " + name
    elif d and d.strip().lower() in ("any", "all") and not re.match(r"(?:the|all|these|each|any|an|a)\b", name) and "'s " not in name:
        name = d.strip().lower() + " " + name
    if before.strip() == "" or re.search(r"[.!?:][”\"’]? [“\"‘]?$|^[“\"‘]$", before):
        name = name[0].upper() + name[1:]
    return before + name + after


def rename(sentence, records, issue, entry, new):
    """The first plain name of an issue that has a record here, in other words."""
    if not any(r["issue"] == issue for r in records):
        return None
    if LOADED.search(new) and any(r["issue"] == issue and r["stance"] != "oppose" for r in records):
        return None
    for match in re.finditer(entry, sentence):
        if not [g for g in ("n", "n2") if match.groupdict().get(g)]:
            continue
        return put(match, sentence, new)
    return None


def plans(table_kill=False):
    """Every change as (name of the change, issue, plain name, new name)."""
    for issue, entries in NAMES.items():
        for at, (plain, news) in enumerate(entries):
            for new in (OTHERS.get(issue, []) if table_kill and (at == 0) else [] if table_kill else news):
                yield issue, plain, new


def _maker(issue, plain, new, kind):
    def change(sentence, records, document):
        return rename(sentence, records, issue, plain, new)
    change.__doc__ = f"{issue}: the plain name becomes \"{new[2:]}\"" + (" (out of scope)" if kind else "")
    return change


CHANGES, KILLS = {}, {}
for _issue, _plain, _new in plans():
    _key = _issue.replace("-", "_") + "_" + re.sub(r"\W+", "_", _new[2:]).strip("_").lower()
    while _key in CHANGES:
        _key += "_2"
    CHANGES[_key] = _maker(_issue, _plain, _new, False)
for _issue, _plain, _new in plans(True):
    _key = "not_" + _issue.replace("-", "_") + "_" + re.sub(r"\W+", "_", _new[2:]).strip("_").lower()
    KILLS[_key] = _maker(_issue, _plain, _new, True)
globals().update(CHANGES)
globals().update(KILLS)


# --- Shape: the same name with words before, behind and beside it, whatever the issue -------------------------------------

# A name of any issue as a whole noun phrase, with its article: (pattern, the head noun's number).
HEAD = re.compile(r"\b(?P<d>[Tt]he )(?P<n>(?:sanctions|embargo|blockade|ceasefire|truce|nuclear deal|nuclear agreement|JCPOA|death penalty|two-[Ss]tate solution"
                  r"|one-China principle|Zangezur corridor|3\+3 format|3\+3 platform|peace treaty|war in Ukraine|test-ban treaty)(?: (?:on|against|of|in|with) (?:the )?[A-Z]\w+)?)(?![\w-])(?! (?:on|against|of|in|with|between|that|which|list|regime|relief)\b|['’])")


def shaped(sentence, records, before="", behind="", only=None):
    """One issue's name with words put around it; None where no name with its article stands."""
    match = HEAD.search(sentence)
    if not match or not records or (only and not all(only(r) for r in records)):
        return None
    after = sentence[match.end():]
    if behind.startswith(",") and behind.endswith(",") and after[:1] in ",.;:?!":
        behind = behind[:-1]
    return sentence[:match.start()] + match["d"] + before + match["n"] + behind + after


def _shape(name, doc, **words):
    def change(sentence, records, document):
        return shaped(sentence, records, **words)
    change.__doc__ = doc
    globals()[name] = SHAPES[name] = change


SHAPES = {}
_shape("with_long_standing", "shape: long-standing before the name", before="long-standing ")
_shape("with_current", "shape: current before the name", before="current ")
_shape("with_well_known", "shape: a compound adjective before the name", before="well-known ")
_shape("with_three_adjectives", "shape: three adjectives joined before the name", before="old, comprehensive and far-reaching ")
_shape("with_in_question", "shape: in question behind the name", behind=" in question")
_shape("with_as_a_whole", "shape: as a whole behind the name", behind=" as a whole")
_shape("with_aside_of_time", "shape: a time between commas behind the name", behind=", after all these years,")
_shape("with_aside_of_topic", "shape: the topic of the day between commas", behind=", the topic of the day,")
_shape("with_relative", "shape: a relative clause between commas", behind=", which will soon be ten years old,")
_shape("with_relative_close", "shape: a relative clause without commas", behind=" that everyone here knows")
_shape("with_participle", "shape: a participle behind the name", behind=" adopted in New York")
_shape("with_bracket", "shape: a bracket behind the name", behind=" (2015)")
_shape("with_dashes", "shape: an aside between dashes", behind=" – ten years old this week –")
_shape("with_itself", "shape: itself or themselves", behind=" per se")
_shape("with_and_related", "shape: another thing joined behind", behind=" and related matters")
_shape("with_and_all_before", "shape: another thing joined before", before="talks and the ")


def capitals(sentence, records, document):
    """shape: the name in capital letters at its words: The Sanctions, The Embargo."""
    match = HEAD.search(sentence)
    if not match:
        return None
    return sentence[:match.start()] + match["d"] + match["n"].title().replace("'S", "'s").replace("Jcpoa", "JCPOA") + sentence[match.end():]


def quoted(sentence, records, document):
    """shape: the name between quotation marks."""
    match = HEAD.search(sentence)
    if not match or re.search("[“”\"‘]", sentence):
        return None
    return sentence[:match.start()] + match["d"] + "“" + match["n"] + "”" + sentence[match.end():]


SHAPES["capitals"] = capitals
SHAPES["quoted"] = quoted

# --- Anaphora: the thing is named in a sentence before, then a pronoun or a noun stands for it -----------------------------

NEWS = "Officials met in Geneva on Tuesday to discuss {}."
LAST = re.compile(r"^(?P<s>.*?\b(?:supports?|supported|backs?|backed|rejects?|rejected|opposes?|opposed|welcomes?|welcomed|condemns?|condemned|endorses?|endorsed|denounced|hailed)) "
                  r"(?P<n>(?:the |a |an |any )?[^,;:“”\"]{6,90}?)\.$")


def replaced(sentence, records, noun, first=NEWS, kill=False):
    """The object of a plain verb of stance is named in a sentence before, and `noun` stands in its place."""
    match = LAST.match(sentence)
    if not match or len({r["issue"] for r in records}) != 1:
        return None
    record = records[0]
    if re.search(r"\b(?:and|or|but|that|which|who|because|if|to|by|as|after|before|over|during)\b", match["n"]):
        return None
    if match["s"][:3] in ("He ", "She", "It ", "Thi", "The") and match["s"][:4] in ("He s", "She ", "It s", "They"):
        return None
    return first.format(match["n"]) + " " + match["s"] + " " + noun + "."


def _anaphora(name, doc, noun, **more):
    def change(sentence, records, document):
        out = replaced(sentence, records, noun, **more)
        return out
    change.__doc__ = doc
    globals()[name] = ANAPHORA[name] = change


ANAPHORA = {}
OTHER = "Officials met in Geneva on Tuesday to discuss {}. Later they opened a museum of modern art."
for _noun in ("it", "this", "the move", "such a step", "the measure", "the plan", "the idea"):
    _anaphora("then_" + _noun.replace(" ", "_"), f"anaphora: named before, then \"{_noun}\"", _noun)
    _anaphora("not_then_" + _noun.replace(" ", "_"), f"anaphora: another thing is named between, then \"{_noun}\"", _noun, first=OTHER)
