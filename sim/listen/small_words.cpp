#include "sim/listen/small_words.hpp"

namespace shift311::listen {

std::string_view filler_words(Language language) {
    return language == Language::english
               ? "um uh er erm ah eh hm hmm mm mhm please sir madam maam miss ma mam well so just actually basically "
                 "really okay alright "
                 "kinda like oh and then also now but"
               : "eh este pues bueno favor por senor senora senorita joven mm ah oh y entonces tambien ok okay";
}

std::string_view topic_words(Language language) {
    return language == Language::english
               ? "pothole hole tire car truck vehicle trash garbage rubbish recycling bin can bag pickup collection "
                 "light "
                 "streetlight lamp pole hydrant water leak main pipe sewer drain inlet flood sidewalk snow ice tree "
                 "branch limb "
                 "graffiti dumping mattress house building property lot landlord tenant heat neighbor noise dog animal "
                 "sign signal "
                 "wire smell gas alley block street road permit license bus bike shelter mold rat "
                 "manhole couch sofa furniture mattress raccoon possum deer bird cat needle syringe encampment tent "
                 "bench bridge ramp "
                 "crosswalk meter cart puddle sinkhole crack roof window dumpster scaffold appliance fridge bottle "
                 "paint weed grass lawn "
                 "party music rooster driveway gutter basement sewage odor leaf stump root "
                 "roommate husband wife son daughter mother father parents friend baby kid child children family"
               : "bache hoyo llanta carro camion vehiculo basura reciclaje bote bolsa luz lampara poste hidrante agua "
                 "fuga tuberia "
                 "alcantarilla acera banqueta nieve hielo arbol rama grafiti casa edificio propiedad lote dueno "
                 "calefaccion vecino "
                 "ruido perro animal senal semaforo cable olor gas callejon cuadra calle permiso licencia autobus moho "
                 "rata "
                 "esposo esposa hijo hija madre padre mama papa amigo bebe nino nina familia companero";
}

std::string_view starter_words(Language language) {
    return language == Language::english ? "i we can could may would will what where when who which how is are do did "
                                           "let please thank it they "
                                           "have anything anyone anybody thanks shall since spell stop that sorry stay "
                                           "hold hi hello okay alright unfortunately dont"
                                         : "que cual cuando donde quien como cuanto cuantos cuantas en me le lo la su "
                                           "hay tiene puede gracias voy vamos si "
                                           "siento entiendo disculpe perdon algo dejeme digame salga que mi habla";
}

std::string_view leaning_words(Language language) {
    return language == Language::english
               ? "a an the to of for in on at by with from about my your his her their our i we they he she you that "
                 "if what where when "
                 "who whom which how why can could would will may might should shall must is are was were am be been "
                 "do does did have "
                 "has had not than as because while until and or but so tell know ask see sure us call get let promise "
                 "guarantee assure exactly "
                 "please"
               : "a al de del el la los las un una en con por para su mi que cual cuando donde quien como cuanto me le "
                 "lo se no es esta "
                 "estan hay puede puedo tiene si y e o u pero porque decir digame diga dice sobre prometer garantizar "
                 "asegurar desde hasta hace a";
}

std::string_view asking_words(Language language) {
    return language == Language::english ? "what where when who whom whose which how why do does did can could may "
                                           "might would will shall should is are was were has"
                                         : "que cual cuales cuando donde quien como cuanto cuanta cuantos cuantas "
                                           "puede podria hay tiene es esta estan quiere "
                                           "desea necesita prefiere sabe";
}

std::string_view denying_words(Language language) {
    return language == Language::english ? "not never nobody unable" : "no nunca tampoco nadie";
}

std::string_view helping_words() {
    return "is are do did have can could would will may shall";
}

std::string_view subject_words() {
    return "you it there this i we they he she anyone anybody everyone everybody someone somebody any";
}

std::string_view joining_words(Language language) {
    return language == Language::english ? "and but so then" : "y pero e entonces";
}

}  // namespace shift311::listen
