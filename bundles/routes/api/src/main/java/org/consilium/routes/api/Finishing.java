package org.consilium.routes.api;

/** The ways in which a consultant may finish a request. */
public enum Finishing {
    /** «Завершить с формированием заключения»: a conclusion is written in the route's form and signed. */
    SIGNED,
    /** «Завершить с загрузкой заключения»: a scan of the conclusion is uploaded. */
    UPLOADED,
    /** «Завершение без заключения»: with one of the route's reasons. */
    WITHOUT
}
