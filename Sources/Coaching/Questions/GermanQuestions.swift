extension QuestionBank {
    /// The built-in questions in German.
    package static let german = parse(germanText, file: "the built-in German questions", in: .german).bank

    /// The bank as text, in the form of a bank of one's own.
    package static let germanText = """
        # Die Coaching-Fragen auf Deutsch. Eine Frage je Zeile unter dem [Anlass], zu dem sie gestellt wird.
        #
        # Eine Frage mit Platzhalter wird nur gewählt, wenn die Tatsache bekannt ist: {account}, {milestone}, {due} („Do 26. Nov.“,
        # „morgen“), {person} (ein Name), {heard} (der Name von jemandem, von dem zuletzt eine Antwort kam), {nextstep}, {industry},
        # {insight} (etwas, das wir wissen) und {trigger} (warum gerade jetzt). {role} steht ohne Artikel nach „als“: Person mit
        # Budgethoheit, treibende Kraft, Stimme aus der Praxis. {lastkind} (ein letzter Kontakt, an dem die andere Seite beteiligt war) steht im Dativ mit Artikel nach
        # „seit“, „nach“ und „vor“: dem Anruf, der E-Mail, dem Treffen, der Demo, dem Besuch, der Nachricht, der Veranstaltung.
        # {missingrole} (eine Rolle, mit der noch niemand sprach) steht im Dativ am Ende des Satzes: denen mit Budget, denen, die damit
        # arbeiten. Meilensteine, Schritte, Wissen und Anlässe sind Worte aus den Daten und stehen in Anführungszeichen.
        #
        # In einer Frage geht es um die Arbeit, nie um den Menschen; sie hilft in der nächsten Stunde und passt unter keinen anderen
        # Anlass.

        [first-contact]
        Wer bei {account} spürt das Problem zuerst, das wir lösen?
        Was weißt du über das Geschäft von {account}, das eine Tür öffnen könnte?
        Wer von uns oder von unseren Kunden kennt jemanden bei {account}?
        Wofür hätte dort jemand zwei Minuten, der noch nie von uns gehört hat?
        Warum steht {account} auf deiner Liste, und wen dort würde genau das interessieren?
        Mit welcher Frage würdest du bei {account} gern anfangen?
        Welche Tür geht am leichtesten auf: Telefon, Brief, Veranstaltung oder Empfehlung?
        Was ist bei {account} gerade los, das einen ersten Anruf willkommen macht?
        Wer dort könnte dir in fünf Minuten mehr sagen als jede Website?
        Welche Antwort würde nach einem ersten Gespräch bei {account} entscheiden, ob du weitermachst?
        Was könntest du mitbringen, das auch dann nützt, wenn nichts daraus wird?
        Welche halbe Stunde hast du diese Woche für den ersten Kontakt mit {account}?
        Was würde den ersten Anruf bei {account} leicht machen?
        Welchen Namen bei {account} könntest du bis heute Abend herausfinden?
        Welcher unserer Kunden ist {account} am ähnlichsten, und was ließe sich davon erzählen?
        Wer in der Branche {industry} könnte dich bei {account} empfehlen?
        „{insight}“: Wie klingt eine erste Zeile an {account}, die damit anfängt?
        Was willst du über {account} wissen, bevor „{milestone}“ dran ist?
        „{milestone}“: Wen bei {account} bräuchtest du dafür am Tisch?
        „{trigger}“: Wer bei {account} würde darüber mit dir reden?
        [no-next-step]
        Wie bist du mit {heard} zuletzt verblieben?
        Wer ist gerade am Zug, und sieht {account} das auch so?
        Wozu könnte bei {account} diese Woche jemand Ja sagen, ohne vorher nachzufragen?
        Welcher Schritt wäre für {account} nützlich, selbst wenn nie ein Auftrag daraus wird?
        Was würdest du {account} vorschlagen, wenn dafür nur eine Viertelstunde da ist?
        Was soll mit {account} in zwei Wochen im Kalender stehen?
        Was fehlt bei {account} noch, bevor ein nächster Schritt sinnvoll ist?
        Was würde {account} dazu bringen, dich um den nächsten Termin zu bitten?
        An welchen Termin bei {account} ließe sich der nächste Schritt anhängen?
        Womit füllt sich die Woche bei {account}, wenn ihr nichts ausmacht?
        Was könntest du schicken, worauf man am leichtesten mit einem Termin antwortet?
        Was würde {heard} als nächsten Schritt nennen?
        Was blieb nach {lastkind}: ein Datum, eine Zusage oder ein Dankeschön?
        Welchen Termin könntest du anbieten, der „{milestone}“ näher bringt?
        Wir wissen: „{insight}“. Welcher Schritt ergibt sich daraus?
        Was fehlt {heard} noch, um dir einen Tag zu nennen?
        Worauf könnte {person} dir leicht mit Tag und Uhrzeit antworten?
        Welcher Schritt bringt „{milestone}“ näher und kostet {account} zehn Minuten?
        Was möchte {person} vor „{milestone}“ noch sehen?
        „{trigger}“: Welcher Tag ergibt sich daraus für den nächsten Schritt?

        [next-step-passed]
        Ist das noch der richtige Schritt, oder gibt es inzwischen einen besseren?
        Hat der Schritt auf dich gewartet, auf {account} oder auf jemanden dazwischen?
        Rechnet {account} damit, oder ist dort gerade etwas anderes dran?
        Was würde eine halbe Stunde heute für „{nextstep}“ bringen?
        Was kannst du {account} heute dazu sagen, wann er kommt?
        Was würde {account} zuerst merken, wenn der Schritt diese Woche kommt?
        Welcher Tag passt, so wie die Woche gerade läuft?
        Was sollte der Schritt öffnen, und gibt es einen kürzeren Weg dahin?
        Was hat sich seitdem getan, das den Schritt kleiner macht?
        Woran hängt „{nextstep}“ gerade?
        Wer könnte dir einen Teil dieses Schritts abnehmen?
        Wofür wäre Platz, wenn du diesen Schritt streichst?
        Welche zehn Minuten heute bringen „{nextstep}“ näher?
        Was würde {person} heute gern zu „{nextstep}“ hören?
        Welche kurze Antwort von {person} würde „{nextstep}“ in Gang bringen?
        Welcher Teil von „{milestone}“ hängt an diesem Schritt?
        Was würde {person} zu einem kleineren Schritt als „{nextstep}“ sagen?
        Welchen Tag würde {account} dir für „{nextstep}“ glauben?
        Was wartet bei {account} noch auf „{nextstep}“?
        Ist „{nextstep}“ noch das, was {person} als Nächstes will?

        [quiet]
        Was hat sich dort seit {lastkind} verändert?
        Was könnte sich bei {account} getan haben, das du nur auf Nachfrage erfährst?
        Geht die Ruhe von {account} aus oder von uns?
        War die Pause so besprochen, oder hat sie sich einfach ergeben?
        Was würde {heard} vor dem nächsten Gespräch wohl noch klären wollen?
        Welche Frage an {heard} blieb beim letzten Mal ungestellt?
        Was hast du diese Woche gelesen oder gehört, das {account} brauchen kann?
        Über welche zwei Zeilen würde man sich dort heute freuen, ohne dass du etwas willst?
        Wann wäre für {heard} ein guter Moment, wieder zu reden?
        Was ist bei {account} um diese Jahreszeit los, wonach du fragen könntest?
        Welche Kleinigkeit könntest du heute für {account} herausfinden, ohne dass jemand darum bittet?
        Woran würde {account} merken, dass du mitdenkst?
        Worauf wärst du neugierig, wenn du heute Nachmittag dort anrufst?
        Ist bei {account} gerade Hochsaison, und wann ist das vorbei?
        Was hält {person} diese Woche wohl auf Trab?
        Welches lose Ende ist nach {lastkind} liegen geblieben?
        Welche Neuigkeit aus der Branche {industry} wäre {person} eine Zeile wert?
        Wer dort wüsste gern, wie andere damit umgehen: „{insight}“?
        Was könntest du {person} zu „{milestone}“ erzählen, das diese Woche neu ist?
        „{trigger}“: Wie weit ist das bei {account}?

        [stalled]
        Was wäre selbst an einem vollen Tag eine Antwort wert?
        Wenn {account} sich längst dagegen entschieden hätte: Wie hättest du davon gehört?
        Mit welcher Frage würdest du {account} ein freundliches Nein leicht machen?
        An welche andere Tür bei {account} könntest du klopfen?
        Was kostet es {account} jede Woche, dass nichts passiert?
        Was hat das Thema bei {account} verdrängt, und wer würde es dir sagen?
        Wie machst du es dort leicht, „Jetzt nicht, aber im nächsten Quartal“ zu sagen?
        Würde eine Pause mit Datum mehr helfen als noch ein Anlauf?
        Worum haben wir {account} bisher gebeten, und wie kam das dort wohl an?
        Was weißt du heute, das du bei der letzten Antwort von {heard} noch nicht wusstest?
        Was hat {heard} von eurem letzten Gespräch wohl noch im Kopf?
        Was würde der Mensch sagen, der dich dort ins Spiel gebracht hat?
        Wie würdest du anfangen, wenn das dein erster Anruf bei {account} wäre?
        Auf welchem Weg hast du es bei {person} noch nicht versucht?
        Was war vor {lastkind} dringend, und ist es das noch?
        Was tun andere in der Branche {industry} in dieser Sache gerade?
        „{insight}“: Was kostet dort ein weiterer Monat Warten?
        Zu wem würde {person} dich schicken, wenn du fragst?
        Hilft „{milestone}“ {account} überhaupt noch, und wer würde es dir sagen?
        Wie klänge eine Zeile an {person}, mit der du nichts willst?
        „{trigger}“: Wer spürt das dort schon?

        [stalled-no-economic-buyer]
        Wer von denen, die bei {account} zahlen, wurde schon gefragt?
        Wessen Unterschrift würde diese Stille beenden?
        Als es stehen blieb: Ging es mit {heard} noch um die Sache oder schon ums Geld?
        Was wäre denen, die bei {account} zahlen, zehn Minuten wert?
        Auf welche Frage von oben hat {person} vielleicht keine Antwort?
        Wer hat bei {account} den letzten Kauf dieser Größe gestoppt oder angeschoben?
        Welche Zahl will die Geschäftsleitung von {account} sehen, bevor es weitergeht?
        Wer von uns kennt bei {account} jemanden mit Budget?
        Würde eine Zeile an die Bereichsleitung etwas wecken oder eine Tür schließen?
        Welcher Budgettermin bei {account} könnte die Ruhe erklären?
        Angenommen, heute ruft jemand mit Budget an: Was ist dein erster Satz?
        Wer bei {account} verliert Geld, solange das liegen bleibt?
        Wen hat {person} noch zu überzeugen, und was könntest du dafür mitgeben?
        Was hätte {person} davon, dich zu denen mitzunehmen, die zahlen?
        „{insight}“: Wer kümmert sich dort darum?
        Wer zahlt so etwas in der Branche {industry} normalerweise?
        Wessen Ja bräuchte {person} vor dem nächsten Gespräch?
        Wer zahlt bei {account}, was nach „{milestone}“ kommt?
        Welche eine Seite von dir könnte {person} nach oben tragen?
        Was würde {person} sagen, wenn du fragst, wer unterschreibt?
        „{trigger}“: Wessen Budget berührt das?

        [stalled-single-threaded]
        Schweigt {account}, oder schweigt nur {person}?
        Wer arbeitet Tür an Tür mit {person} und hat dasselbe Problem?
        Welche Abteilung bei {account} würde es spüren, wenn es weiterginge?
        Wessen Name fiel nebenbei, ohne dass ein Gespräch daraus wurde?
        Wer dort hat davon gehört und wurde nie gefragt?
        Falls dein Kontakt gewechselt hat: Wer hat das Thema jetzt auf dem Tisch?
        Was wäre ein guter Anlass, einem zweiten Menschen dort zu schreiben, ganz offen?
        Wer bei uns im Haus kennt noch jemanden bei {account}?
        Bei welcher Gelegenheit träfst du dort zwei Leute auf einmal?
        Wer bei {account} würde täglich damit arbeiten, und hat dort schon jemand gefragt?
        Was könnte {person} weiterreichen, statt dir zu antworten?
        Wer dort wäre erleichtert, wenn wieder Leben in die Sache kommt?
        Wen würde {heard} nennen, wenn du fragst, wer noch davon weiß?
        Woran hängt {person} intern vielleicht fest, und wer könnte noch danach fragen?
        Wer dort hätte am meisten davon, und wann könntet ihr reden?
        Wer außer {person} würde darüber reden wollen: „{insight}“?
        Wem außer {person} liegt etwas an „{milestone}“?
        Wen würde {person} zu einem zweiten Gespräch mitbringen?
        Welcher zweite Name bei {account} hat mit „{milestone}“ zu tun?

        [stalled-milestone]
        Was steht „{milestone}“ im Weg, das noch niemand ausgesprochen hat?
        Will {account} diesen Meilenstein, oder wollen nur wir das?
        Wer dort macht den ersten Zug, damit „{milestone}“ möglich wird?
        Was an diesem Meilenstein ginge auch ohne die Antwort, auf die du wartest?
        Zu welchem anderen Meilenstein könnte {account} leichter Ja sagen?
        Was hat {account} in der Hand, wenn dieser Meilenstein geschafft ist?
        Wie viel von diesem Meilenstein war geschafft, bevor es still wurde?
        Welchen späteren Meilenstein könntest du vorbereiten, solange dieser ruht?
        Was hat {account} für diesen Meilenstein von uns noch nicht bekommen?
        Welcher Einwand käme von {account}, wenn ihr morgen über diesen Meilenstein sprecht?
        Bei wem dort steht „{milestone}“ auch im Kalender?
        Mit welchem Satz wäre dieser Meilenstein wieder ein Gespräch wert?
        Was sprach beim Planen dafür, dass dieser Meilenstein bald kommt?
        Falls {due} nicht mehr passt: Welches Datum würde {account} glauben?
        Wie stand {person} nach {lastkind} zu „{milestone}“?
        Was würde {person} zuerst merken, wenn „{milestone}“ erreicht ist?
        Was heißt „{insight}“ für diesen Meilenstein?
        Was bräuchte {person} von uns für „{milestone}“?
        Zu welchem ersten Stück von „{milestone}“ würde {account} noch Ja sagen?
        Wem bei {account} würde „{milestone}“ fehlen?

        [milestone-near]
        Welche Kleinigkeit heute hilft am meisten bis {due}?
        Wessen Ja würde bis {due} am meisten helfen?
        Was wäre gut, wenn es bei {account} bis dahin jemand gelesen hätte?
        Was kommt bei {account} am ehesten dazwischen, und wer weiß das heute schon?
        Welchen Tag hat {account} dafür im Kopf?
        Welche halbe Stunde gehört nur der Vorbereitung von „{milestone}“?
        Wen von uns hätte {account} an dem Tag gern in Reichweite?
        Womit würdest du beginnen, wenn es jetzt gleich losginge?
        Welche Frage stellt bei {account} dazu hoffentlich niemand?
        Was lässt sich weglassen, damit der Rest rechtzeitig steht?
        Welcher Anruf bei {account} spart dir heute zwei Mails und einen Tag?
        Wer bei {account} hört es am besten zuerst von dir, falls sich der Tag verschiebt?
        Was hättest du für {account} gern fertig auf dem Tisch?
        Was braucht „{milestone}“ von anderen, und wissen die davon?
        Woran merken beide Seiten, dass „{milestone}“ erreicht ist?
        Was möchte {person} bis {due} gesehen haben?
        Wo passt „{insight}“ in das, was du bis {due} zeigst?
        Wen brauchst du bis {due} noch am Telefon?
        Welcher eine Anruf heute macht „{milestone}“ wahrscheinlicher?
        Was braucht {person} heute noch von dir für „{milestone}“?
        Was steht nach Meinung von {person} noch zwischen heute und „{milestone}“?
        Wer bei {account} rechnet genauso fest mit „{milestone}“ wie du?
        Was fehlt noch für „{milestone}“, und wer hat es?
        Wer bei {account} sagt, dass „{milestone}“ geschafft ist, und woran misst man das?
        Welchen offenen Punkt bei „{milestone}“ könnte ein Anruf bei {person} heute klären?
        „{trigger}“: Was heißt das für „{milestone}“?

        [milestone-passed]
        Was war noch nicht bekannt, als das Datum gesetzt wurde?
        Auf welches Datum würdest du um ein Mittagessen wetten?
        Was ist seit dem alten Datum über {account} klarer geworden?
        Was hat aus Sicht von {account} noch gefehlt?
        Braucht es ein neues Datum, Unterstützung oder einen kleineren Umfang?
        Was kommt jetzt vorher, das nicht im Plan stand?
        Welches erste Stück davon ginge schon diese Woche?
        Was ändert sich für {account}, wenn es vier Wochen später kommt?
        Welche anderen Termine bei {account} hängen daran?
        Woran lag es bei {account}, ganz konkret?
        Mit wem bei {account} würdest du den neuen Tag gern aussuchen?
        Wessen Kalender hat das alte Datum bestimmt, unserer oder der von {account}?
        Was fehlt noch, bis du „{milestone}“ abhaken würdest?
        Was heißt es für {person}, wenn es erst später kommt?
        Würdest du „{milestone}“ heute wieder so planen oder einen anderen Weg nehmen?
        Welches Datum würde man dir bei {account} heute nennen?
        Wann könnt ihr zwei, {person} und du, ein neues Datum aussuchen?
        Welchen Tag für „{milestone}“ würde {person} halten?
        Welche Hälfte von „{milestone}“ könnte diese Woche einen Tag bekommen?
        Was braucht „{milestone}“, das es bis {due} nicht gab?
        An wem bei {account} hängt „{milestone}“ jetzt?
        „{trigger}“: Welcher Tag für „{milestone}“ folgt daraus?

        [single-threaded]
        Wer merkt es zuerst, wenn es gut läuft, und kennt man uns dort?
        Wer macht weiter, wenn {heard} morgen geht?
        Wer bei {account} lebt später mit dem Ergebnis und wurde noch nicht gefragt?
        Wer bei {account} könnte spät Nein sagen und wüsste gern früh Bescheid?
        Wessen Budget, wessen Schreibtische und wessen Daten berührt das?
        Was könntest du fragen, das nur eine zweite Abteilung beantworten kann?
        In welcher Runde bei {account} wäre noch ein Stuhl frei?
        Wer von uns hat bei {account} ein Gegenüber: Service, Finanzen, Technik?
        Wer wird bei {account} am Tag vor der Entscheidung noch gefragt?
        Was würdest du gern von einer zweiten Stimme dort hören?
        Für wen bei {account} bedeutet das erst einmal mehr Arbeit?
        Wer hat das dort bisher von Hand gelöst?
        Wen hätte {heard} gern an der Seite, wenn intern darüber gesprochen wird?
        Welche Frage kommt nicht von {person}, sondern von {missingrole}?
        Wer käme zwanzig Minuten dazu, wenn das Thema lautet: „{insight}“?
        Welche Abteilungen sitzen in der Branche {industry} am Ende mit am Tisch?
        Wann wäre für {heard} ein natürlicher Moment, dich jemandem vorzustellen?
        Wer bei {account} gehört bei „{milestone}“ noch dazu?
        Wen würde {person} fragen, bevor es ein Ja gibt?
        Wen könnte {heard} zum nächsten Gespräch mitbringen?

        [no-economic-buyer]
        Wer zahlt bei {account}, wenn das Problem wieder zuschlägt?
        Wer hat zu so etwas schon einmal Nein gesagt?
        Was gehört auf die eine Seite, die man in der Geschäftsleitung von {account} liest?
        Aus welchem Topf käme bei {account} das Geld, und wem würde es dann fehlen?
        Wer hat bei {account} den letzten Vertrag dieser Größe unterschrieben?
        Bis zu welchem Betrag kann {person} allein entscheiden?
        Woran wird bei {account} der Mensch mit dem Budget dieses Jahr gemessen?
        Wie klänge der Nutzen für jemanden aus den Finanzen von {account}?
        Wer bei {account} bekommt die Rechnung, und wer den Nutzen?
        Welches Risiko fällt denen, die zahlen, noch vor dem Nutzen ein?
        Wann plant {account} das Geld fürs nächste Jahr, und wer sitzt dabei?
        Wer von uns könnte bei {account} auf Augenhöhe über Geld sprechen?
        Wen würde {person} anrufen, wenn der Preis um ein Zehntel stiege?
        Wen nennt {person}, wenn du fragst, wer das noch gut finden sollte?
        Was bräuchte {person}, um dich dort guten Gewissens vorzustellen?
        „{insight}“: Aus welchem Budget käme eine Lösung dafür?
        Ist das bei {account} eine Investition oder laufender Aufwand?
        An wessen Budget hängt „{milestone}“?
        Wen würde {person} vor einer Unterschrift fragen?
        „{trigger}“: Wessen Geld bei {account} bewegt das?

        [no-champion]
        Wer spricht für uns, wenn wir nicht im Raum sind?
        Wer bei {account} hat einen eigenen Grund, das zu wollen?
        Wer hat dich dort schon einmal gewarnt, korrigiert oder dir geholfen?
        Wer wollte das dort schon einmal ändern, und was wurde daraus?
        Was bräuchte jemand dort, um es ohne dich zu erklären?
        Wer bei {account} ruft von sich aus zurück?
        Um welchen kleinen Gefallen könntest du bitten, um zu sehen, wer es wirklich will?
        Wer bei {account} hat bisher die beste Frage gestellt?
        Wessen Idee könnte das werden?
        Welche Folie würde bei {account} jemand zeigen, als wäre es die eigene?
        Wer bei {account} erzählt dir auch, was nicht auf der Tagesordnung steht?
        Auf wen hört man dort, wenn es heißt: „Probieren wir es“?
        Wer ist dort neu im Job und könnte einen frühen Erfolg brauchen?
        Was könnte {person} intern gewinnen, wenn das klappt?
        Auf wen hört {person} in dieser Sache?
        „{insight}“: Wessen Herzenssache ist das bei {account}?
        Was hast du dort schon für jemanden getan, das nichts mit dem Verkauf zu tun hatte?
        Wem bei {account} würde „{milestone}“ als Erstes fehlen?
        Was könntest du {person} mitgeben, um es intern zu zeigen?
        Was wird {person} intern über uns gefragt, wenn du nicht dabei bist?

        [no-own-message]
        Was wissen wir über {account}, womit dort niemand rechnet?
        Wie geht der Satz weiter: Für {account} lohnt es sich gerade jetzt, weil …?
        Wann würde man dort sagen: Das ist für uns geschrieben?
        Welches Wort von dort gehört in die erste Zeile?
        Was steht bei {account} dieses Jahr an, das mit uns leichter ginge?
        Was bliebe bei {account} liegen, wenn es uns nicht gäbe?
        Mit welchem Bild aus dem Arbeitstag bei {account} könnte die Botschaft anfangen?
        Von welchem Ergebnis würde {account} den Nachbarn erzählen?
        Dreißig Sekunden im Aufzug mit der Geschäftsleitung dort: Was lässt du weg?
        Was hat dich dazu gebracht, {account} auf deine Liste zu nehmen?
        Was könnten wir {account} sagen, das für die Konkurrenz nicht stimmt?
        Welche Veränderung bei {account} gibt dir heute einen Grund zu schreiben?
        Welches Problem dort lösen wir besser als alle, die sonst anklopfen?
        Was glaubt man dort, das du anders siehst?
        „{insight}“: Warum ist das für {account} gerade jetzt wichtig?
        Worüber klagt die Branche {industry}, das es auch bei {account} gibt?
        Was weiß {heard} über das eigene Haus, das auf keiner Website steht?
        Welche drei Sätze würde {person} weiterleiten?
        „{trigger}“: Wie nimmt eine erste Zeile an {account} das auf?
        Welchen Satz würde {person} jemandem im Büro vorlesen?

        [generic-message]
        Welche Zeile darin kann nur von {account} handeln?
        Was würde man dort in der Finanzleitung unterstreichen?
        Welcher Satz stimmt auch noch mit einem anderen Namen darüber?
        Was weißt du über {account}, das noch nicht darin steht?
        Wenn nur ein Satz bleiben darf: Welcher wäre es?
        Wo geht es im Text um uns, und wo um {account}?
        Welche Zahl von {account} könnte eine allgemeine ersetzen?
        Welche Wörter darin würde bei {account} niemand benutzen?
        Worin unterscheiden sich die beiden Firmen, und welche Zeile zeigt das?
        Welches Produkt, welcher Ort oder welcher Name von dort könnte darin vorkommen?
        Welche Frage am Schluss kann nur {account} beantworten?
        An welcher Stelle würde man dort beim Vorlesen aussteigen?
        Was würdest du schreiben, wenn nur eine Postkarte da wäre?
        Welchen Absatz hast du mit {account} vor Augen geschrieben?
        Was davon würde {heard} aus euren Gesprächen wiedererkennen?
        Wo im Text hätte das Platz: „{insight}“?
        Welches Beispiel aus der Branche {industry} läge näher?
        An welcher Zeile merkt {person}, dass der Text für {account} geschrieben ist?
        Welche Zeile darin handelt von „{milestone}“?

        [research-gap]
        Was nutzt {account} heute, und was kostet das im Monat?
        Wie lief bei {account} die Entscheidung, als zuletzt so etwas gekauft wurde?
        Wer wüsste es und würde gern gefragt?
        Mit welcher Frage erfährst du es nebenbei, ohne dass es nach Formular klingt?
        Was würdest du anders planen, wenn du es wüsstest?
        Was ist deine beste Vermutung, und mit welcher Frage prüfst du das?
        Was verraten Jahresbericht, Stellenanzeigen oder Presseseite darüber?
        Wer von uns hatte mit {account} früher zu tun und erinnert sich vielleicht?
        Was glauben wir über {account}, ohne dass es je jemand geprüft hat?
        Für welche Auskunft über {account} würdest du Geld bezahlen?
        Welchen Teil des Problems hat noch niemand beschrieben?
        Wer bei {account} hat etwas davon, dass alles bleibt, wie es ist?
        Was wurde dort schon probiert, und warum hörte es auf?
        Was würde ein Kunde von {account} über die Firma erzählen?
        Welchen Teil davon könnte {person} dir in zwei Minuten sagen?
        Was liegt zwischen uns und „{milestone}“, das zehn Minuten Lesen zeigen würden?
        Was gilt in der Branche {industry}, das auch hier stimmen könnte?
        Angenommen, „{insight}“ stimmt: Was wäre als Nächstes gut zu wissen?
        Was würdest du an „{milestone}“ anders planen, wenn du es wüsstest?
        Welche Frage könntest du {person} heute nebenbei stellen?

        [no-milestones]
        Was ist bei {account} geklärt, kurz bevor dort gekauft wird?
        An welche drei Momente denkst du zurück, wenn {account} einmal Kunde ist?
        Was wäre dort das erste echte Zeichen, dass es vorangeht?
        Vom Tag des Starts rückwärts gedacht: Was kommt direkt davor?
        Wie kommt man dort gewöhnlich von der Idee zur Unterschrift?
        Wie sah der Weg bei einem ähnlichen Kunden von dir aus?
        Welchen Beweis will man dort sehen, und wann?
        An welchen Termin von {account} ließe sich der Plan hängen?
        Wer bei {account} würde den Weg mit dir auf ein Blatt zeichnen?
        Welche Entscheidung fällt bei {account} zuerst, welche zuletzt?
        Worauf könntet ihr dort anstoßen, lange bevor etwas unterschrieben ist?
        Woran würdest du erkennen, dass daraus nichts wird?
        Was ist bei {account} anders an dem Tag, an dem du es ein Projekt nennst?
        Was wäre für {person} bis Ende nächsten Monats ein gutes Ergebnis?
        Was steht seit {lastkind} im Raum, das ein erster Meilenstein werden könnte?
        Welche Stationen liegen in der Branche {industry} zwischen erstem Gespräch und Ja?
        „{insight}“: Was wäre bei {account} deshalb zuerst zu klären?
        Welche drei Schritte würde {person} von hier bis zum Ja aufzeichnen?
        „{trigger}“: Was ist bei {account} vorher noch zu klären?

        [hold-ended]
        Womit käme ein erstes Hallo nach der Pause gut an?
        Ist der Grund für die Pause vorbei oder nur das Datum?
        Was ist bei {account} in der Zwischenzeit passiert?
        Wo habt ihr aufgehört, und ist das noch der richtige Anfang?
        Was wolltest du mitbringen, wenn ihr wieder sprecht?
        Wer hat uns dort vielleicht vergessen, und wer bestimmt nicht?
        Was ist seitdem bei uns neu, das für {account} zählt?
        Mit welcher Frage zeigst du, dass du den Grund der Pause noch weißt?
        Würdest du {account} heute wieder auf deine Liste nehmen?
        Wer sitzt dort inzwischen auf einem anderen Stuhl?
        Was hat das Warten {account} gekostet, und sieht man das dort auch so?
        Welche deiner Notizen von vor der Pause würdest du zuerst lesen?
        Welcher erste Schritt verlangt weniger als der vor der Pause?
        Woran würdest du merken, dass mehr Ruhe besser wäre?
        Was würde {person} nach der Pause zuerst hören wollen?
        Passt „{milestone}“ nach der Pause noch?
        Was ist dort daraus geworden: „{insight}“?
        Was haben andere in der Branche {industry} in der Zeit gemacht?
        Wer bei {account} wüsste, ob der Grund für die Pause vom Tisch ist?
        Was hat sich für {heard} seit eurem letzten Gespräch wohl geändert?
        „{trigger}“: Steht das noch bevor, oder ist es schon vorbei?

        [activity-missing]
        Was kam dazwischen, das dir jemand vom Tisch nehmen könnte?
        Was von heute zählt, auch wenn der Rest wartet?
        Wann ist heute deine nächste ruhige halbe Stunde?
        Was hatte heute Vorrang?
        Ohne welchen einen Punkt wäre der Plan für heute besser?
        Was hast du heute gemacht, das noch nirgends steht?
        Welcher Termin heute Nachmittag ginge kürzer oder ohne dich?
        Was würde dir morgen früh helfen, wenn es heute noch passiert?
        Wie sähe ein Plan aus, der zu einem Tag wie heute passt?
        Welches Stück davon passt in die nächsten zwanzig Minuten?
        Womit würdest du anfangen, wenn der Tag jetzt anfinge?
        Was würde die ersten zehn Minuten davon leicht machen?
        Wer könnte sich für eine halbe Stunde dazusetzen, damit es in Gang kommt?
        Was davon hättest du um fünf gern hinter dir?

        [calls-missing]
        Über welche zwei Anrufe wärst du um fünf froh?
        Was geht in den nächsten zwanzig Minuten, nur mit dem Telefon?
        Welcher Anruf ist heute der schwierigste, und was würde ihn leichter machen?
        Welche Nachricht hast du im Kopf schon halb geschrieben?
        Wer rechnet heute damit, von dir zu hören?
        Mit welchem Anruf kämst du am leichtesten in Gang?
        Wen würdest du zuerst anrufen, wenn der Tag jetzt anfinge?
        Wer aus dem Team könnte sich für ein, zwei Anrufe dazusetzen?
        Um welche Zeit gehen deine Kontakte meist ans Telefon?
        Was könnte dir jemand vor dem nächsten Anruf abnehmen?
        Wer auf deiner Liste würde sich heute über ein kurzes Wort freuen?
        Wie soll die erste Minute des nächsten Anrufs klingen?
        Aus welchem Anruf erfährst du am meisten, egal wie die Antwort ausfällt?
        Welches kurze Gespräch heute würde das längere morgen leichter machen?

        [off-list]
        Welche dieser Firmen wäre einen Platz auf deiner Liste wert?
        Was haben diese Firmen, das du bei deinen Accounts vermisst?
        Wessen Platz unter den 50 würdest du dafür hergeben?
        Kam der Anruf von dort oder von dir?
        Was hat diese Stunde gebracht, das eine Stunde für deine Liste nicht gebracht hätte?
        Wer im Team könnte diese Gespräche übernehmen?
        An welchen Teil deiner Liste glaubst du am meisten?
        Wer auf deiner Liste könnte diese Woche so eine Stunde brauchen?
        War es ein Gefallen, eine Gewohnheit oder eine echte Chance?
        Was haben diese Firmen mit deinen besten zehn gemeinsam?
        Woran merkst du in einem Gespräch, ob die Firma auf die Liste gehört?
        Mit welcher kurzen, freundlichen Antwort ließe sich das abschließen?
        Was soll aus diesen Stunden bis Monatsende geworden sein?
        Bei wem auf deiner Liste würdest du heute neu überlegen?
        Reizt dich die Firma oder der Mensch, den du dort kennst?
        Was haben deine Accounts von dem, was du dort gelernt hast?

        [list-short]
        Von welcher Firma hast du zuletzt gehört und gedacht: Die könnten uns brauchen?
        Welcher Kunde kennt noch eine Firma wie die eigene?
        Welchen deiner besten Accounts hättest du gern doppelt?
        Welches Geschäft kennst du so gut, dass der erste Anruf leicht fällt?
        Wo passte es vor zwei Jahren nicht und heute vielleicht doch?
        Welche Firma in deiner Gegend wächst, zieht um oder stellt ein?
        Was macht eine Firma für dich einen der 50 Plätze wert?
        Mit wem von der letzten Messe würdest du gern noch einmal reden?
        Welcher Lieferant oder Partner deiner Accounts hat dasselbe Problem?
        Welche Firma, um die sich im Team gerade niemand kümmert, würde zu dir passen?
        Was für eine Firma fehlt auf deiner Liste noch?
        Welche drei Namen kämen dazu, wenn du bis Mittag wählst?
        Sind die freien Plätze Absicht, damit du bei den anderen tiefer gehst?
        Wo arbeiten Leute, die uns aus dem letzten Job kennen?
        An welcher Firma fährst du jede Woche vorbei?
        Mit wem steht dein zufriedenster Kunde im Wettbewerb?

        [healthy]
        Was klappt hier, das du anderswo wiederholen würdest?
        Was könnte uns noch überraschen?
        Was hast du früh gemacht, das sich jetzt auszahlt?
        Wer bei {account} würde anderen davon erzählen?
        Wer hält die Sache in Bewegung, wenn du eine Woche weg bist?
        Welches Risiko übersehen wir, gerade weil es so gut läuft?
        Wo könnte es bei {account} größer werden als gedacht?
        Welcher andere deiner Accounts steht am selben Punkt und könnte dasselbe brauchen?
        Was würdest du genau so lassen?
        Bei wem dort haben wir uns noch nicht bedankt?
        Welche Annahme über {account} hat sich bestätigt?
        Woran würdest du früh merken, dass der Wind dreht?
        Wem bei {account} könntest du zeigen, was schon klappt?
        Was ging dort schneller als gedacht, und warum?
        Was schätzt {heard} an der Zusammenarbeit?
        Was ließe sich für die Zeit nach „{milestone}“ schon vorbereiten?
        Was war nach {lastkind} so, wie du es gehofft hattest?
        Was würde {account} in der Branche {industry} zur Referenz machen?

        [gap-unanswered]
        Welche Tür bei {account} öffnet sich eher für dich?
        Ist „{milestone}“ dort unbekannt, nicht dringend oder nicht gewollt?
        Welche zehn Minuten zu zweit würden es diese Woche klären?
        Welche Änderung würde es überhaupt möglich machen?
        Braucht {account} „{milestone}“ wirklich, oder kann es mit Begründung entfallen?
        Wer im Team kam bei einem anderen Account über diesen Punkt hinaus, und wie?
        Wonach haben die bisherigen Fragen nicht gefragt?
        Wen kennst du, der bei {account} weiterhelfen könnte?
        Hilft ein gemeinsamer Termin bei {account} mehr als die nächste Frage?
        Was würdest du zuerst versuchen, wenn es dein Account wäre?
        Welchen guten Grund könnte es haben, dass es offen geblieben ist?
        Welchen Teil davon kannst du abnehmen?
        Welche kleinere Fassung von „{milestone}“ würde fürs Erste reichen?
        Was weiß {account} noch nicht, das es leichter machen würde?

        [stuck]
        Was hast du probiert, und was hast du dabei gelernt?
        Wen kennst du, der schon einmal an diesem Punkt stand?
        Was würdest du tun, wenn es dadurch nicht schlimmer werden kann?
        Was daran kannst du allein entscheiden?
        Was könnte die Teamleitung heute tun, das von deinem Platz aus nicht geht?
        Wie sähe es aus, wenn am Freitag wieder Bewegung drin wäre?
        Wo genau hakt es: an einem Menschen, einer Frage oder einem Datum?
        Was würde {account} selbst als Problem nennen?
        Was klappt bei {account} schon und könnte auch hier tragen?
        Was würdest du zuerst versuchen, wenn ihr zu zweit wärt?
        Wie finden wir am schnellsten heraus, ob es wirklich festhängt?
        Welche Annahme könnten wir fallen lassen, um einen anderen Weg zu sehen?
        Was würden wir mit {account} machen, wenn es heute neu hereinkäme?
        Was hat über {account} in dieser Runde noch niemand gesagt?
        Wer nimmt den nächsten Anlauf, und bis wann?
        Wann wäre es richtig, {account} mit einem Datum ruhen zu lassen?
        Was bräuchte {heard}, um noch jemanden mitzubringen?
        Welcher Teil von „{milestone}“ würde fürs Erste reichen?
        Was würde {heard} dir raten?

        [coaching-debt]
        Welche zwanzig Minuten heute könntet ihr zwei haben?
        Worauf würdest du gern angesprochen, wenn du auf dem anderen Stuhl säßest?
        Was lief dort gut, worüber ihr noch nicht gesprochen habt?
        Was würdet ihr am besten zuerst zusammen ansehen?
        Was würdet ihr beide gern ausprobieren, bis ihr euch wieder zusammensetzt?
        Wo hilft gerade eine Frage von dir mehr als eine Antwort?
        Bei welchem Anruf könntest du diese Woche zuhören?
        Was weißt du gerade nicht darüber, wie die Woche dort läuft?
        Zu welchem Account würdest du gern die Geschichte hören?
        Was kommt so einem Gespräch in einer vollen Woche dazwischen, und was davon hätte Zeit?
        Täte es auch ein Spaziergang oder ein Anruf, wenn kein Termin frei ist?
        Welche Stärke würdest du dort gern öfter sehen?
        Was wäre nach einer Viertelstunde zu zweit ein gutes Ergebnis?
        Wer könnte dir heute etwas abnehmen, damit Zeit für das Gespräch ist?

        [coaching-debt-account]
        Worauf würde bei {account} ein zweites Paar Augen zuerst schauen?
        Was würdest du über {account} fragen, wenn du nichts davon wüsstest?
        Welche zehn Minuten dieser Woche könntet ihr zwei {account} geben?
        Was würdest du über {account} gern hören, das in keiner Liste steht?
        Bei welchem Anruf oder Besuch bei {account} könntest du dabei sein?
        Wer bei {account} würde sich über ein Wort von dir freuen?
        Wie klingt die Geschichte von {account} in einer Minute, vom ersten Wort bis heute?
        Welche Frage zu {account} hat von euch beiden noch niemand gestellt?
        Was braucht {account} gerade am meisten: eine Idee, eine Tür oder Zeit?
        Was würdet ihr beide bei {account} tun, wenn es heute neu auf die Liste käme?
        Wer von den Leuten, die du kennst, wäre bei {account} nützlich?
        Was soll in einem Monat bei {account} anders sein?
        Was kann das Team von {account} lernen, egal wie es ausgeht?
        Wie wirkt „{milestone}“ bei {account} von deinem Platz aus?

        [commitment-open]
        Was davon ist schon passiert?
        Um wie viel Uhr passt es heute sicher?
        Was kam seit der Zusage dazwischen?
        Ist das noch die beste Verwendung für diese halbe Stunde?
        Wie ginge es noch vor Feierabend?
        Welche kleinere Version würde dir auch reichen?
        Wer wartet darauf, und würde ein kurzes Wort helfen?
        Welchen Teil davon könnte jemand mit dir zusammen machen?
        Was sollte daraus werden, und geht das auch anders?
        Braucht es das noch, oder darf es weg?
        Was kommt davor, woran noch niemand gedacht hat?
        Was hätte {account} davon, wenn es heute klappt?
        Wie sähen die ersten fünf Minuten davon aus?
        Was auf der heutigen Liste könnte dafür Platz machen?
        Zu welcher Tageszeit gelingt dir so etwas am besten?
        Welcher eine Anruf heute brächte es einen Schritt weiter?
        Wie viel von „{milestone}“ hängt daran?
        Wer merkt es zuerst, wenn es getan ist?

        [no-threads]
        Wer bei {account} hat zuletzt mit uns gesprochen, und worüber?
        Wem dort würdest du schreiben, wenn es nur einen Brief gäbe?
        Wer könnte dich vorstellen, wenn du ohnehin neu anfängst?
        Wer hat das Problem dort jeden Tag auf dem Schreibtisch?
        Was könntest du fragen, worauf jemand gern antwortet?
        Wer ist seit dem letzten Gespräch dort gegangen, geblieben oder gekommen?
        Welcher unserer Kunden kennt jemanden bei {account}?
        Was wäre selbst jemandem, der nie von dir gehört hat, eine Antwort wert?
        Was könnte dir der Empfang darüber sagen, wen du am besten fragst?
        Auf welcher Veranstaltung sind Leute von {account}?
        Wie viel von dem, was dorthin ging, war eine Frage, und wie viel ein Prospekt?
        Ist der Kanal still, oder sind es die Menschen?
        Worauf würdest du antworten, wenn du dort säßest?
        Welche drei Namen stünden auf einer Landkarte von {account}?
        Mit welcher ehrlichen Zeile ließe sich der Faden zu {person} wieder aufnehmen?
        Was wüssten wir gern von {missingrole}?
        Wer in der Branche {industry} weiß, wer bei {account} wirklich entscheidet?
        „{insight}“: Wem raubt das dort den Schlaf?
        Zu wem könnte {person} dich durchstellen?
        Wer bei {account} weiß am besten zuerst von „{milestone}“?
        Was könntest du {person} für zehn Minuten diese Woche anbieten?

        [ask-open]
        Wer könnte das heute beantworten oder kennt jemanden, der es kann?
        Wer aus deinem Bekanntenkreis wüsste das, und was wäre nötig, um zu fragen?
        Wer im Team war schon einmal an diesem Punkt?
        Geht es um eine Antwort oder um zehn Minuten zu zweit?
        Was hilft mehr: ein Name, eine Idee oder ein zweites Paar Ohren?
        Was wäre der nächste Schritt, wenn niemand die Antwort weiß?
        Wen würdest du anrufen, wenn es deine Frage wäre?
        Welcher Teil davon lässt sich jetzt gleich beantworten?
        Welcher Kunde von uns würde gern danach gefragt?
        Was würde es anderen leichter machen, dabei zu helfen?
        Bis wann nützt eine Antwort?
        Ist es etwas für die nächste Runde oder eher für ein Wort unter vier Augen?
        Wer außerhalb des Teams hat die Antwort vielleicht in der Schublade?
        Was hätte {account} von einer Antwort noch diese Woche?
        Was würdest du bei {account} zuerst versuchen, wenn man dich fragt?
        [promise-open]
        Heute, an einem anderen Tag, oder braucht es das nicht mehr?
        Womit fängt es an, in den ersten fünf Minuten?
        Wer wartet darauf, und hilft bis dahin ein kurzes Wort?
        Welcher Teil davon geht noch vor Feierabend?
        Was kam dazwischen, das bei der Zusage niemand sehen konnte?
        Ist es noch das Richtige, oder gibt es inzwischen etwas Besseres?
        Wer könnte es mit dir zusammen tun oder dir abnehmen?
        Was steht im Weg, und wer könnte es wegräumen?
        Welche Stunde von heute könnte dafür da sein?
        Was würde fehlen, wenn es nie dazu käme?
        Welche kleinere Fassung würde schon helfen?
        Wenn nicht jetzt: Für welchen Tag gibst du dein Wort?
        Was würde den Anfang leicht machen?
        Woran würde man bei {account} merken, dass es getan ist?
        [stall-unanswered]
        Behalten, mit Datum ruhen lassen oder den Platz weitergeben?
        Was würde bei {account} einen neuen Anfang lohnen, und wer macht ihn?
        Was könntest du für {account} tun, das nur von deinem Platz aus geht?
        Wer von euch beiden ruft als Nächstes an, und worum geht es?
        Welche Tür bei {account} geht für dich auf und für andere nicht?
        Was würdet ihr beide gern wissen, bevor ihr {account} guten Gewissens abgebt?
        Welche zwanzig Minuten dieser Woche gehören {account}?
        Was haben die Fragen bisher ausgelassen?
        Wer im Team hat so etwas schon einmal wiederbelebt?
        Wie fragt man bei {account} am freundlichsten nach einer klaren Antwort?
        Was würdest du über {account} entscheiden, wenn die Liste nur zehn Plätze hätte?
        Wenn es ruht: bis wann, und worauf wartet ihr beide?
        Was hat „{milestone}“ noch mit dem zu tun, was {account} will?

        \(germanResearchText)

        """
}
