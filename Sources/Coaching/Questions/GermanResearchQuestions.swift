extension QuestionBank {
    /// The questions of the research topics in German.
    static let germanResearchText = """
        [research-business]
        Womit verdient {account} Geld, in einem Satz, wie man ihn dort sagen würde?
        Wer kauft bei {account}, und worüber klagen diese Kunden?
        Was würde ein Gast an einem gewöhnlichen Dienstag bei {account} sehen?
        Was wächst bei {account} gerade, und was schrumpft?
        Was steht im letzten Jahresbericht oder auf der Presseseite von {account} ganz oben?
        Wer bekommt die Aufträge, die {account} nicht bekommt?
        Welche Saison oder welcher Termin bestimmt dort das Jahr?
        Worin unterscheidet sich {account} von den beiden Nächsten am Markt?
        Auf welche Zahl schaut man dort am Montag zuerst?
        Was würde dort zuerst eng, wenn sich die Aufträge verdoppeln?
        Wer von uns hat {account} schon von innen gesehen?
        Welche Frage zum Geschäft würde man dir dort gern beantworten?
        Was missversteht man an der Branche {industry} von außen leicht?
        Was könnte {person} dir in zwei Minuten über das Geschäft erklären?
        Was über das Geschäft von {account} hilft dir vor „{milestone}“ am meisten?

        [research-priority]
        Was steht bei {account} dieses Jahr ganz oben?
        Welches Vorhaben bei {account} hat einen Namen, ein Budget und ein Datum?
        Worauf kommt die Geschäftsleitung dort öffentlich immer wieder zurück?
        Was wäre nötig, damit unser Thema dort drei Plätze nach oben rückt?
        Was würde {account} zuerst streichen, wenn das Geld knapp wird?
        Welchen Termin will dieses Jahr dort niemand verpassen?
        Welche Stellen sind dort gerade ausgeschrieben?
        Was hat sich dort im letzten halben Jahr geändert und alles andere mitgezogen?
        Was möchte die Geschäftsleitung dort am Jahresende sagen können?
        Welches Problem wartet dort am längsten, und was hat es warten lassen?
        Wo steht unser Thema dort auf der Liste, und wie fändest du es heraus?
        Mit welcher Frage erfährst du, was dort in diesem Quartal zählt?
        Was hätte {person} bis Quartalsende gern vom Tisch?
        Angenommen, „{insight}“ stimmt: Was rückt dort dafür nach hinten?
        Wo steht „{trigger}“ bei {account} auf der Liste?
        Wie viel zählt „{milestone}“ bei {account} in diesem Quartal?

        [research-stakeholders]
        Wer entscheidet bei {account}, wer berät, und wer lebt mit dem Ergebnis?
        Mit welchen drei Namen würdest du ein Bild von {account} anfangen?
        Wer saß im Raum, als dort zuletzt so etwas gekauft wurde?
        Wessen Name taucht in der Presse, in Stellenanzeigen und auf Messen auf?
        Welche Abteilungen berührt das, und wer spricht für jede davon?
        Wer könnte dort Nein sagen und kam noch nicht zu Wort?
        Welcher Partner oder Lieferant könnte dir sagen, wer dort was macht?
        Wer hat dort gerade neu angefangen, und woher?
        Wer sitzt zwischen {person} und dem Geld?
        Mit welcher Frage erfährst du, wer dort mit wem redet?
        Wer bei {account} hat uns schon einmal geschrieben, in anderer Sache?
        Wer würde es täglich nutzen, und auf wen hört man dort?
        Wen würde {person} dazu um Rat fragen?
        Wer kennt einen Weg zu {missingrole}?
        Wer bei {account} nickt, bevor „{milestone}“ klappt?

        [research-current-solution]
        Was läuft bei {account} heute, und was kostet es im Monat?
        Seit wann macht man es dort so, und wer hat es ausgesucht?
        Was mögen die Leute daran, und was würde ihnen fehlen?
        Welcher Teil davon geschieht von Hand oder in einer Tabelle?
        Wann endet der Vertrag für das, was heute im Einsatz ist?
        Was klappt damit an einem vollen Tag schlecht?
        Wer kümmert sich darum, und was ginge in der Zeit noch?
        Welcher frühere Versuch kam am weitesten, und wo hörte er auf?
        Welche anderen Systeme hängen daran?
        Was kostet es {account}, alles so zu lassen?
        Wer liefert es heute, und wie oft trifft man sich?
        Mit welcher Frage kämst du dazu, es dir zeigen zu lassen?
        Was nutzt man in der Branche {industry} dafür üblicherweise?
        Was könnte {heard} dir an der heutigen Arbeitsweise zeigen?
        Womit findet sich {person} bei der heutigen Lösung ab?

        [research-pain]
        Was geht bei {account} so oft schief, dass es einen Spitznamen hat?
        Was kostet das Problem an einem schlechten Tag, und wer bezahlt das?
        Wer bei {account} geht deswegen spät nach Hause?
        Woran merkt man es dort: an einer Zahl, an einem Kunden oder im Kollegenkreis?
        Wann tat es zuletzt so weh, dass jemand deswegen geschrieben hat?
        Was wäre bei {account} einen Monat nach der Lösung anders?
        Wie lebt man dort heute damit?
        Wer spürt es am meisten, und wie heißt es dort?
        Welche Beschwerde der Kunden dort kommt daher?
        Wie groß wird es, bevor {account} etwas tut?
        Worauf hofft man dort schon gar nicht mehr?
        Mit welcher Frage bringst du jemanden dazu, vom letzten Mal zu erzählen?
        Mit welchen Worten würde {heard} es beschreiben?
        Woran zeigt sich „{insight}“ an einem gewöhnlichen Tag?
        Was würde {person} vom letzten schlechten Tag damit erzählen?

        [research-decision-process]
        Welche Stationen liegen bei {account} zwischen Idee und Unterschrift?
        Wer unterschreibt, wer wird zuerst gefragt, und wer erfährt es am Ende?
        Ab welchem Betrag entscheidet jemand anderes?
        In welcher Runde fällt die Entscheidung, und wie oft tagt sie?
        Was will der Einkauf bei {account} sehen?
        Wer schreibt dort die Seite, auf der die Entscheidung beruht?
        Womit und mit wem wird dort verglichen?
        Wann wird das Geld dafür geplant, und wann freigegeben?
        Woran ist so eine Entscheidung dort schon einmal hängen geblieben?
        Welchen Test oder Probelauf braucht es dort vor einem Ja?
        Wie lange dauerte es beim letzten Mal vom ersten Gespräch bis zum Auftrag?
        Mit welcher Frage ließe sich der Weg gemeinsam aufzeichnen?
        Was braucht {person} in der Hand, um es intern einen Schritt weiterzubringen?
        Welche Vorschrift der Branche {industry} spielt bei so etwas mit?
        Was kommt bei {account} gleich nach „{milestone}“?
        Wen würde {person} fragen, wie der letzte solche Auftrag lief?

        [research-insight]
        Was sehen wir von außen, das {account} von innen nicht sieht?
        Was haben wir bei einem ähnlichen Kunden gelernt, das {account} überraschen würde?
        Welche Zahl aus unserer Arbeit würde man dort zweimal lesen?
        Was machen die meisten in dieser Lage falsch?
        Was glaubt man bei {account}, wogegen unsere Erfahrung spricht?
        Welche Nachricht dieses Monats ändert etwas für {account}?
        Was sagen die Kunden von {account} öffentlich über die Firma?
        Welche Kleinigkeit kostet {account} mehr, als es aussieht?
        Wer im Team kennt den Markt am besten, und was würdest du dort fragen?
        Was kommt auf {account} zu, womit dort noch niemand rechnet?
        Was ist dir bei {account} aufgefallen, worüber niemand sprach?
        Welche Zahl von dort könntest du aus Öffentlichem ausrechnen?
        Was ändert sich in der Branche {industry} gerade, und wer dort hat es gemerkt?
        Wann würde {person} sagen: Das wusste ich nicht?
        Was hast du anderswo gesehen, das {person} gern wüsste?

        [research-own-message]
        Welcher eine Satz passt nur zu {account}?
        Was könnte {account} mit uns tun, was heute nicht geht?
        Welche unserer Lösungen passt am besten zum Problem bei {account}, und warum gerade die?
        Warum wäre dieses Quartal für {account} besser als das nächste Jahr?
        Welcher Beleg von einem ähnlichen Kunden könnte dahinterstehen?
        Was antwortest du, wenn {account} fragt: Warum ihr, und warum jetzt?
        Mit welchen Worten spricht man dort selbst über das Problem?
        Wie hieße die Überschrift, wenn die Mitarbeiterzeitung dort darüber schriebe?
        Was verspricht die Botschaft, das du in einem Monat zeigen könntest?
        Für wen bei {account} ist die Botschaft, und was liegt dort diese Woche auf dem Tisch?
        Was bliebe von der Botschaft ohne unseren Namen?
        Welche Zeile würde dort jemand weitergeben?
        Welche Worte von {heard} könnten am Anfang stehen?
        Wie passt „{insight}“ zu dem, was wir am besten können?
        Welches Ergebnis würde {person} für „{milestone}“ gewinnen?
        """
}
