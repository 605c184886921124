#include "sim/listen/meaning.hpp"

namespace shift311::listen {

namespace {

std::vector<std::string_view> english_groups() {
    return {
        "address location place spot site whereabouts located",
        "where whereabouts",
        "corner intersection intersect crosses",
        "near nearby close closest nearest next by around beside",
        "landmark store school church shop business building park",
        "apartment unit suite floor",
        "big large size huge wide deep tall dimensions diameter",
        "small tiny little",
        "describe explain detail details elaborate specific",
        "happen occur start begin began happening",
        "notice see saw seen spot",
        "long while",
        "hurt injured injury injuries harmed wounded",
        "anyone anybody someone somebody everyone everybody",
        "ambulance medical paramedics medic doctor hospital",
        "breathing conscious awake unconscious responsive",
        "danger dangerous hazard hazardous unsafe risk",
        "blocking blocked obstructing obstruct block",
        "emergency life-threatening urgent",
        "immediate immediately now currently presently moment",
        "safe safely safety",
        "outside out exit leave evacuate",
        "gate fence locked lock key code door",
        "dog dogs",
        "crew worker workers team technician inspector inspectors",
        "own owns owner belong belongs homeowner landlord tenant rent renter lease",
        "number digits",
        "reference ticket case tracking confirmation request sr report complaint",
        "phone telephone cell mobile callback contact",
        "email mail",
        "name names",
        "spell spelling spelled letters letter",
        "repeat again",
        "catch hear understand",
        "language english spanish",
        "interpreter translator translate translation interpret",
        "understand hearing saying telling gather",
        "confirm verify check correct right",
        "frustrating frustrated frustration annoying upsetting upset angry aggravating irritating stressful difficult "
        "hard scary "
        "terrible awful horrible disappointing",
        "sorry apologize apology apologies apologise regret",
        "inconvenience trouble hassle mix-up mistake error problem",
        "delay wait waiting",
        "help assist assistance aid serve service",
        "worry worried",
        "handle handled sort sorted solve solved resolve resolved fix fixed repair repaired care done completed "
        "complete finished finish",
        "private confidential anonymous personal privacy",
        "share disclose reveal release give discuss tell divulge",
        "policy rule rules law code regulation regulations ordinance",
        "allowed allow permitted require requires required must",
        "expect expected estimate estimated anticipate anticipated target",
        "date timeline timeframe deadline eta frame",
        "days weeks hours months day week hour month",
        "transfer connect transferring connecting put through",
        "hold wait hang",
        "minute moment second sec minutes seconds bit",
        "patience patient",
        "supervisor manager boss lead",
        "cursing swearing profanity curse swear language insult insulting abusive vulgar",
        "disconnect terminate end hang",
        "else other additional",
        "questions question concerns concern",
        "goodbye bye",
        "good great nice wonderful lovely pleasant blessed",
        "day night evening afternoon morning weekend",
        "promise guarantee guaranteed swear word assure",
        "definitely absolutely certainly sure",
        "fault blame",
        "should supposed",
        "sooner earlier before",
        "calm relax chill",
        "yelling shouting screaming yell shout raise",
        "finish talk speak",
        "quiet hush silent",
        "neighbor neighbour lady man woman guy person",
        "complained reported complaint filed called report",
        "opinion personally honestly frankly think believe",
        "stupid dumb ridiculous useless worst joke mess incompetent",
        "hello hi hey",
        "appreciate thank thanks grateful",
        "process procedure step next",
        "send sent forward submit submitted route",
        "file filed filing open create enter put",
        "inspect inspection investigate evaluate assess review",
        "track status follow",
        "okay alright understood sure gotcha yes yeah",
        "police firefighters pgw peco department company agency office utility authority pwd septa #agency 911",
        "trash garbage rubbish recycling",
        "lane lanes",
        "check look lookup research pull verify search",
        "schedule assign dispatch",
        "reach contact",
        "cars drivers pedestrians people traffic vehicles",
        "go move step head walk",
        "unable able",
        "fine okay alright good",
        "tell give let",
        "speak talk chat",
        "like want prefer wish rather",
        "notice discover realize find",
        "date day time",
        "enter access come",
        "imagine understand know see",
        "road street",
        "person caller",
        "reported reporter complainer caller",
        "problem issue situation matter trouble concern",
        "upset mad angry",
        "visit come out",
        "sounds seems",
        "feel feeling",
        "anything something",
        "everything all",
        "left right",
    };
}

std::vector<std::string_view> spanish_groups() {
    return {
        "direccion ubicacion lugar sitio ubicado localizacion domicilio",
        "donde adonde",
        "esquina interseccion cruza cruce transversal cruzan",
        "cerca cercana cercano proximo proxima junto lado enfrente frente",
        "tienda escuela iglesia negocio edificio parque referencia",
        "apartamento unidad piso departamento apto",
        "grande tamano mide medida hondo profundo ancho enorme",
        "pequeno chico",
        "describir explicar detalles detalle contar cuenteme digame platicar",
        "paso ocurrio sucedio empezo pasando ocurriendo sucediendo comenzo ocurrir",
        "noto vio cuenta",
        "herido heridos lastimado lastimo lastimados lesionado lastimar herida",
        "alguien todos nadie",
        "ambulancia medica medico paramedicos hospital",
        "respirando consciente respira despierto",
        "peligro peligroso riesgo",
        "bloqueando obstruyendo tapando bloquea estorba",
        "emergencia urgente urgencia",
        "ahora ahorita momento mismo inmediato actualmente",
        "seguro salvo segura",
        "salga afuera fuera salir saquen evacue",
        "porton reja llave candado cerrado codigo puerta",
        "perro perros",
        "cuadrilla equipo trabajadores inspector inspectores trabajador",
        "dueno propietario casero pertenece propiedad inquilino alquila renta rentar",
        "referencia caso reporte solicitud confirmacion folio queja ticket",
        "telefono celular",
        "correo email electronico",
        "nombre apellido llama llamo",
        "deletrear deletrea escribe escribir deletreo letra",
        "repetir repite repita otra",
        "oi escuche entendi oir escuchar entender entiendo entiende",
        "idioma ingles espanol lengua",
        "interprete traductor traduccion traducir",
        "confirmar verificar revisar correcto verdad cierto asegurar",
        "frustrante frustracion molesto dificil terrible enojado molestia coraje triste preocupante horrible",
        "disculpa disculpas disculpe perdon perdone lamento siento lamentamos sentimos",
        "molestia inconveniente inconvenientes problema",
        "demora espera tardanza retraso",
        "ayudar ayudo ayudarle servir servirle ayuda atender apoyar asistir",
        "preocupe preocuparse",
        "resolver arreglar encargarnos solucionar arreglado resuelto listo reparar terminado terminar quede reparado",
        "confidencial privada privado privacidad privados personal personales",
        "compartir revelar dar decir divulgar",
        "politica norma normas regla reglas ley codigo reglamento ordenanza",
        "permite exige permitido obliga requiere",
        "espera estima estimada calculamos aproximada previsto",
        "fecha plazo cuando dia",
        "dias semanas horas meses dia semana hora mes",
        "transferir transfiero comunicar comunico conectar conecto pasar transfiera comunique conecte paso "
        "transferencia",
        "espera esperar espere espereme",
        "minuto momento segundo minutos momentito minutito tantito ratito segundito",
        "paciencia paciente",
        "supervisor supervisora encargado gerente jefe",
        "groserias lenguaje palabrotas insultos insultando malas insultar insultarme grosero",
        "colgar cuelgue terminar cortar",
        "adios luego",
        "buen buena buenas bueno buenos bonito excelente lindo",
        "dia tarde noche tardes noches dias",
        "prometo garantizo aseguro palabra juro garantizado",
        "culpa responsable",
        "debio deberia hubiera tenia",
        "calmese tranquilicese relajese calmarse tranquilo calma calmar tranquila",
        "grite gritar gritando griteme",
        "vecino vecina senor senora persona hombre mujer",
        "denuncio reporto quejo denuncia queja reporte denunciar reportar",
        "opinion personalmente creo pienso parece",
        "tonteria sirve inutil estupida ridiculo desastre",
        "hola buenas",
        "gracias agradezco agradecemos",
        "siguiente sigue proceso despues",
        "enviar mandar envio mando",
        "inspeccionar revisar inspeccion",
        "entiendo comprendo ok okay",
        "policia pgw peco departamento compania oficina agencia bomberos #agency 911",
        "basura desechos",
        "duda dudas pregunta preguntas",
        "izquierda derecha izquierdo derecho",
        "problema asunto situacion",
        "persona gente alguien",
        "decir dar digame deme indicar",
        "hablar platicar conversar",
        "checo reviso verifico busco consulto revisar buscar verificar",
        "informacion datos",
        "calle avenida",
        "ir pasar venir acudir",
        "quien persona",
        "todo todos",
        "siente imagino entiendo comprendo",
        "mandar pasar canalizar turnar",
        "terrible pena horrible feo",
        "claro supuesto acuerdo",
        "retiro saque alejese salga",
        "tarde antes temprano tiempo",
        "desea quiere gustaria quisiera gusta prefiere",
    };
}

}  // namespace

const std::vector<std::string_view>& like_words(Language language) {
    static const std::vector<std::string_view> english = english_groups();
    static const std::vector<std::string_view> spanish = spanish_groups();
    return language == Language::english ? english : spanish;
}

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
                 "wire smell gas alley block street road permit license bus bike shelter mold rat"
               : "bache hoyo llanta carro camion vehiculo basura reciclaje bote bolsa luz lampara poste hidrante agua "
                 "fuga tuberia "
                 "alcantarilla acera banqueta nieve hielo arbol rama grafiti casa edificio propiedad lote dueno "
                 "calefaccion vecino "
                 "ruido perro animal senal semaforo cable olor gas callejon cuadra calle permiso licencia autobus moho "
                 "rata";
}

std::string_view starter_words(Language language) {
    return language == Language::english ? "i we can could may would will what where when who which how is are do did "
                                           "let please thank this your it they "
                                           "have anything anyone anybody thanks shall since spell stop that sorry stay "
                                           "hold hi hello my okay alright unfortunately dont"
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
                 "has had not than as because while until and or but so tell know ask see sure us call get let exactly "
                 "please"
               : "a al de del el la los las un una en con por para su mi que cual cuando donde quien como cuanto me le "
                 "lo se no es esta "
                 "estan hay puede puedo tiene si y e o u pero porque decir digame diga dice sobre desde hasta hace a";
}

std::string_view joining_words(Language language) {
    return language == Language::english ? "and but so then" : "y pero e entonces";
}

}  // namespace shift311::listen
