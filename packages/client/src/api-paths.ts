// Written by npm run api-docs, from docs/openapi.json.
export interface paths {
  '/account': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Changes what colleagues and buyers of this store call you.
     * @description Every account of the store may ask.
     */
    post: operations['renameMyself']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/account/password': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Changes your password and signs out all your other browsers.
     * @description Every account of the store may ask.
     */
    post: operations['changeMyPassword']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/account/sessions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the browsers in which you are signed in.
     * @description Every account of the store may ask.
     */
    get: operations['listMySessions']
    put?: never
    post?: never
    /**
     * Signs you out in every browser but this one.
     * @description Every account of the store may ask.
     */
    delete: operations['endMyOtherSessions']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/account/sessions/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Signs you out in one browser.
     * @description Every account of the store may ask.
     */
    delete: operations['endMySession']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/accounts': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the people of the store, and who is invited.
     * @description Only owner and admin of the store may ask.
     */
    get: operations['listPeople']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/accounts/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Changes a colleague’s name, role, or whether the account is disabled; what is left out stays.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['changeAccount']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/accounts/{id}/ownership': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Makes a colleague the owner of the store.
     * @description Only owner of the store may ask.
     */
    post: operations['handOverOwnership']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/accounts/{id}/password-reset': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Makes a link with which a colleague sets a new password.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['makeResetLink']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/answers': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists what buyers answered, one row per conversation, the newest first.
     * @description Every account of the store may ask.
     */
    get: operations['listAnswers']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/answers/export': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Writes all collected answers as a CSV file.
     * @description Only owner and admin of the store may ask.
     */
    get: operations['exportAnswers']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/answers/judged': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the questions whose answers buyers judged, the least helpful first.
     * @description Every account of the store may ask.
     */
    get: operations['listJudgedQuestions']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api-tokens': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the store’s API tokens, without their secrets.
     * @description Only owner and admin of the store may ask.
     */
    get: operations['listApiTokens']
    put?: never
    /**
     * Makes an API token and shows it this once.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['createApiToken']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api-tokens/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Takes an API token back, at once.
     * @description Only owner and admin of the store may ask.
     */
    delete: operations['revokeApiToken']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/asyncapi.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Describes the sockets as an AsyncAPI document. */
    get: operations['readAsyncApi']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/attendance': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Tells how the asking account attends.
     * @description Every account of the store may ask.
     */
    get: operations['readAttendance']
    put?: never
    /**
     * Changes how the asking account attends; what is left out stays.
     * @description Every account of the store may ask.
     */
    post: operations['changeAttendance']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/audit': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Reads who did what in the store, newest first.
     * @description Only owner and admin of the store may ask.
     */
    get: operations['readAuditLog']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/categories': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the categories of products, in the seller’s order.
     * @description Every account of the store may ask.
     */
    get: operations['listCategories']
    /**
     * Replaces all categories, whatever they were.
     * @description Only owner and admin of the store may ask.
     */
    put: operations['putCategories']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/categories/changes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Replaces the categories that were seen by new ones.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['changeCategories']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/categories/counted': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the categories, with how many products are in each.
     * @description Every account of the store may ask.
     */
    get: operations['countCategories']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/contacts': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the contacts with a buyer on other channels.
     * @description Every account of the store may ask.
     */
    get: operations['listContacts']
    put?: never
    /**
     * Tells of a contact with a buyer on another channel.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['recordContact']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/conversations': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists conversations: who waits for a person first, then by their last message.
     * @description Every account of the store may ask.
     */
    get: operations['listConversations']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/conversations/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Reads a conversation with its last 100 messages and everything it collected.
     * @description Every account of the store may ask.
     */
    get: operations['readConversation']
    put?: never
    post?: never
    /**
     * Erases everything that is kept of a buyer; it cannot be taken back.
     * @description Only owner and admin of the store may ask.
     */
    delete: operations['eraseBuyer']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/conversations/{id}/export': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Writes everything that is kept of a buyer, as a file to hand over.
     * @description Only owner and admin of the store may ask.
     */
    get: operations['exportBuyer']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/conversations/{id}/handling': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Takes a conversation, gives it to a colleague or back to the robot, or closes it.
     * @description Every account of the store may ask.
     */
    post: operations['changeHandling']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/conversations/{id}/messages': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Reads older messages of a conversation, up to 100.
     * @description Every account of the store may ask.
     */
    get: operations['listMessages']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/conversations/{id}/needs-answer': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Says by hand whether a buyer’s message needs an answer in what is counted.
     * @description Every account of the store may ask.
     */
    post: operations['markNeedsAnswer']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/conversations/{id}/read': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Says that the asking account has seen everything up to a message.
     * @description Every account of the store may ask.
     */
    post: operations['markRead']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/conversations/{id}/replies': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Says a person’s words to the buyer; the robot is silent from then on.
     * @description Every account of the store may ask.
     */
    post: operations['replyToBuyer']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/conversations/search': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Finds conversations by the words in them, who has them, their state and their time.
     * @description Every account of the store may ask.
     */
    get: operations['searchConversations']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/extensions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Tells what the extensions of this server add to flows.
     * @description Every account of the store may ask.
     */
    get: operations['listExtensions']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/flow/draft': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Reads the draft with its problems.
     * @description Every account of the store may ask.
     */
    get: operations['readDraft']
    put?: never
    /**
     * Begins a draft: empty, from the live version, or from a document.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['beginDraft']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/flow/draft/operations': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Reads what was saved after a revision of the draft, in order.
     * @description Every account of the store may ask.
     */
    get: operations['listDraftBatches']
    put?: never
    /**
     * Saves changes of the draft, all of them or none; repeated with the same batch they are saved once.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['saveOperations']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/flow/import': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Makes a flow file the draft, or only tells its problems.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['importFlow']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/flow/publish': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Publishes the draft of just this revision.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['publishFlow']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/flow/publish-preview': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Tells what publishing the draft would do.
     * @description Every account of the store may ask.
     */
    get: operations['previewPublish']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/flow/versions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the published versions, newest first.
     * @description Every account of the store may ask.
     */
    get: operations['listVersions']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/flow/versions/{version}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Reads a published version with its document.
     * @description Every account of the store may ask.
     */
    get: operations['readVersion']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/flow/versions/{version}/diff/{other}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Tells what changes from one version to another.
     * @description Every account of the store may ask.
     */
    get: operations['diffVersions']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/flow/versions/{version}/export': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Writes a version as its file, byte for byte, or as what it compiles to.
     * @description Every account of the store may ask.
     */
    get: operations['exportVersion']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/flow/versions/{version}/restore': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Publishes an old version’s content as the next one.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['restoreVersion']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/invitations': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Makes an invitation and shows its link this once.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['inviteColleague']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/invitations/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Takes an invitation back.
     * @description Only owner and admin of the store may ask.
     */
    delete: operations['withdrawInvitation']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/invitations/accept': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Accepts an invitation: makes the account and signs in. */
    post: operations['acceptInvitation']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/invitations/look': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Shows what an invitation’s link is for. */
    post: operations['lookAtInvitation']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/letters': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the letters of the store that did not arrive, newest first.
     * @description Only owner and admin of the store may ask.
     */
    get: operations['listLetters']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/letters/{id}/again': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Sends a letter again that did not arrive.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['sendLetterAgain']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/openapi.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Describes this API as an OpenAPI document. */
    get: operations['readOpenApi']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/orders': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the orders the shop’s own system told of, the newest first.
     * @description Every account of the store may ask.
     */
    get: operations['listOrders']
    /**
     * Puts or replaces orders by their ref, all of them or none.
     * @description Only owner and admin of the store may ask.
     */
    put: operations['putOrders']
    post?: never
    /**
     * Takes an order away.
     * @description Only owner and admin of the store may ask.
     */
    delete: operations['removeOrder']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/passkeys': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists your passkeys, newest first.
     * @description Every account of the store may ask.
     */
    get: operations['listPasskeys']
    put?: never
    /**
     * Adds a passkey that a device has made.
     * @description Every account of the store may ask.
     */
    post: operations['addPasskey']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/passkeys/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Gives a passkey another name.
     * @description Every account of the store may ask.
     */
    post: operations['renamePasskey']
    /**
     * Takes a passkey away.
     * @description Every account of the store may ask.
     */
    delete: operations['removePasskey']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/passkeys/challenges': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Asks for the challenge that a new passkey is made with.
     * @description Every account of the store may ask.
     */
    post: operations['wishForPasskey']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/password-resets': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Asks for a link that sets a new password; the answer is the same for whomever. */
    post: operations['requestPasswordReset']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/password-resets/use': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Sets a new password with the token of a link, and ends all sessions of the person. */
    post: operations['resetPassword']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/products': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists products, by title.
     * @description Every account of the store may ask.
     */
    get: operations['listProducts']
    /**
     * Puts or replaces products by their ref, all of them or none.
     * @description Only owner and admin of the store may ask.
     */
    put: operations['putProducts']
    post?: never
    /**
     * Takes a product away.
     * @description Only owner and admin of the store may ask.
     */
    delete: operations['removeProduct']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/products/changes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Says whether a product is available and published.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['changeProduct']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/products/import': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Puts the products of a CSV or JSON file, all of them or none; or only tells what would happen.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['importProducts']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/products/named': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Reads the products with these refs.
     * @description Every account of the store may ask.
     */
    post: operations['readProducts']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/products/pinned': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the products that are recommended first, in the seller’s order.
     * @description Every account of the store may ask.
     */
    get: operations['listPinnedProducts']
    put?: never
    /**
     * Puts the pinned products into a new order.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['pinProducts']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/session': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Tells who asks, and in which store.
     * @description Every account of the store may ask. Any token will do.
     */
    get: operations['readSession']
    put?: never
    /** Signs in with e-mail and password. */
    post: operations['signIn']
    /** Signs out of this browser. */
    delete: operations['signOut']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/session/passkey': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Signs in with a passkey. */
    post: operations['signInWithPasskey']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/session/passkey/challenges': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Asks for the challenge to sign in with a passkey. */
    post: operations['challengeAtTheDoor']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/session/store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Goes to another one of your stores.
     * @description Every account of the store may ask.
     */
    post: operations['switchStore']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/settings/card-list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Reads the questions that come with an order or a product.
     * @description Every account of the store may ask.
     */
    get: operations['readCardList']
    put?: never
    /**
     * Saves the questions that come with an order or a product.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['saveCardList']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/settings/closing-phrases': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Reads what the store takes for thanks or a goodbye.
     * @description Every account of the store may ask.
     */
    get: operations['readClosingPhrases']
    put?: never
    /**
     * Saves what the store takes for thanks or a goodbye.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['saveClosingPhrases']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/settings/menu': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Reads the self-service menu.
     * @description Every account of the store may ask.
     */
    get: operations['readMenu']
    put?: never
    /**
     * Saves the self-service menu.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['saveMenu']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/settings/product-replies': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Reads what buyers get who send a product.
     * @description Every account of the store may ask.
     */
    get: operations['readProductReplies']
    put?: never
    /**
     * Saves what buyers get who send a product.
     * @description Every account of the store may ask.
     */
    post: operations['saveProductReplies']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/settings/profile': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Reads the rule book of today, and one that was chosen for a later day.
     * @description Every account of the store may ask.
     */
    get: operations['readRuleBook']
    put?: never
    /**
     * Chooses the rule book from the next midnight on.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['chooseRuleBook']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/settings/reception': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Reads when the robot receives buyers and when people do.
     * @description Every account of the store may ask.
     */
    get: operations['readReceptionHours']
    put?: never
    /**
     * Saves the store’s hours.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['saveReceptionHours']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/settings/reception/accounts/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Saves an account’s own hours, or lets it follow the store again.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['saveReceptionHoursOf']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/settings/reception/copies': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Gives the store’s hours to accounts as their own, all of them or none.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['copyReceptionHours']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/settings/reception/mine': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Saves one’s own hours, or follows the store again.
     * @description Every account of the store may ask.
     */
    post: operations['saveMyReceptionHours']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/settings/status-replies': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Reads what the robot says for a person.
     * @description Every account of the store may ask.
     */
    get: operations['readStatusReplies']
    put?: never
    /**
     * Saves the store’s status replies.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['saveStatusReplies']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/settings/status-replies/accounts/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Saves an account’s own status replies, or lets it follow the store again.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['saveStatusRepliesOf']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/settings/status-replies/mine': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Saves one’s own status replies, or follows the store again.
     * @description Every account of the store may ask.
     */
    post: operations['saveMyStatusReplies']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/setup': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Tells whether this server still waits for its owner. */
    get: operations['readSetup']
    put?: never
    /** Creates the owner’s account with the token of the one-time link, and signs in. */
    post: operations['setUpOwner']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/socket-tickets': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Gives a ticket that opens one console socket.
     * @description Every account of the store may ask.
     */
    post: operations['issueSocketTicket']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Reads the store’s own settings.
     * @description Every account of the store may ask.
     */
    get: operations['readStore']
    put?: never
    /**
     * Changes the store’s own settings; what is left out stays.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['changeStore']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/store/avatar': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Sets the store’s picture.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['setAvatar']
    /**
     * Takes the store’s picture away.
     * @description Only owner and admin of the store may ask.
     */
    delete: operations['removeAvatar']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/store/removal': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Removes the store and everything in it.
     * @description Only owner of the store may ask.
     */
    post: operations['removeStore']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/stores': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the stores where you have an account.
     * @description Every account of the store may ask.
     */
    get: operations['listMyStores']
    put?: never
    /**
     * Makes another store, whose owner you are.
     * @description Only owner of the store may ask.
     */
    post: operations['createStore']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/stores/{store}/avatar': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Gives the store’s picture, to any page. */
    get: operations['readAvatar']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/webhooks': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the endpoints that are told what happens.
     * @description Only owner and admin of the store may ask.
     */
    get: operations['listWebhooks']
    put?: never
    /**
     * Adds an endpoint; the answer shows its signing secret, once.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['createWebhook']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/webhooks/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Removes an endpoint, and what it has not been told yet.
     * @description Only owner and admin of the store may ask.
     */
    delete: operations['removeWebhook']
    options?: never
    head?: never
    /**
     * Changes what an endpoint is told, where it is, or whether it is told at all.
     * @description Only owner and admin of the store may ask.
     */
    patch: operations['changeWebhook']
    trace?: never
  }
  '/webhooks/{id}/deliveries': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists what an endpoint was to be told, and what became of it, the newest first.
     * @description Only owner and admin of the store may ask.
     */
    get: operations['listDeliveries']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/webhooks/{id}/deliveries/{delivery}/again': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Tries a delivery that was given up once more.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['deliverAgain']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/webhooks/{id}/deliveries/again': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Tries everything again that was given up since an instant.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['deliverAllAgain']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/webhooks/{id}/secret': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Makes a new signing secret, shown once; the one before stays good for a day.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['renewWebhookSecret']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/webhooks/{id}/test': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Sends a test event to an endpoint at once; its delivery says what came back.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['testWebhook']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/widget': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Reads how the chat looks and where it may be.
     * @description Only owner and admin of the store may ask.
     */
    get: operations['readWidget']
    put?: never
    /**
     * Saves how the chat looks and speaks.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['saveWidget']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/widget/origins': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Allows one more site to show the chat.
     * @description Only owner and admin of the store may ask.
     */
    post: operations['allowOrigin']
    /**
     * Takes a site off the list of those that may show the chat.
     * @description Only owner and admin of the store may ask.
     */
    delete: operations['removeOrigin']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    /** @description `POST /api/v1/invitations/accept`: makes the account and signs in. */
    AcceptBody: {
      name: string
      password: string
      token: string
    }
    /** @description `POST /api/v1/accounts/:id`: what is left out stays. */
    AccountChanges: {
      disabled?: boolean
      name?: string
      role?: components['schemas']['GivenRole']
    }
    /** @description A column of the collected answers: a question of some version of the flow, in its newest words. */
    AnswerColumn: {
      question: string
      unit?: string
      variable: string
    }
    /** @description What one conversation collected: the newest answer to each question. */
    AnsweredConversation: {
      answers: components['schemas']['CollectedAnswer'][]
      beganAt: components['schemas']['Instant']
      buyer: {
        locale: string
        name: string
      }
      flowVersion?: number
      handling: components['schemas']['Handling']
      id: string
      lastAt: components['schemas']['Instant']
    }
    /** @description `GET /api/v1/api-tokens` and, with `token` shown this once, `POST /api/v1/api-tokens`. `DELETE /api/v1/api-tokens/:id` takes one back and answers 204. Without `expiresAt` a token works until it is taken back. */
    ApiToken: {
      createdAt: components['schemas']['Instant']
      expiresAt?: components['schemas']['Instant']
      id: string
      lastUsedAt?: components['schemas']['Instant']
      name: string
      scopes: components['schemas']['TokenScope'][]
    }
    /** @description `POST /api/v1/api-tokens`. The expiry is a number of days, so that a client's clock does not matter. */
    ApiTokenBody: {
      expiresInDays?: number
      name: string
      scopes: components['schemas']['TokenScope'][]
    }
    ApiTokenCreated: {
      createdAt: components['schemas']['Instant']
      expiresAt?: components['schemas']['Instant']
      id: string
      lastUsedAt?: components['schemas']['Instant']
      name: string
      scopes: components['schemas']['TokenScope'][]
      token: string
    }
    ApiTokenList: {
      tokens: components['schemas']['ApiToken'][]
    }
    /** @description `GET /api/v1/attendance`: how the asking account attends. `robotNotifies` is the rule book's: whether a message that the robot answers is told to people, too. */
    Attendance: {
      busy: boolean
      notices: components['schemas']['Notices']
      robotNotifies: boolean
    }
    /** @description `POST /api/v1/attendance`: changes what is named, and answers `Attendance`. `busy` stays until it is taken back. */
    AttendanceBody: {
      busy?: boolean
      notices?: {
        badge?: boolean
        desktop?: boolean
        mail?: boolean
        sound?: boolean
      }
    }
    /** @enum {string} */
    AuditAction:
      | 'signed_in'
      | 'sign_in_failed'
      | 'session_ended'
      | 'password_changed'
      | 'password_reset'
      | 'passkey_added'
      | 'passkey_removed'
      | 'reset_link_made'
      | 'invited'
      | 'invitation_withdrawn'
      | 'invitation_accepted'
      | 'account_renamed'
      | 'role_changed'
      | 'account_disabled'
      | 'account_enabled'
      | 'ownership_handed_over'
      | 'api_token_created'
      | 'api_token_revoked'
      | 'webhook_created'
      | 'webhook_changed'
      | 'webhook_secret_made'
      | 'webhook_switched_off'
      | 'webhook_removed'
      | 'store_created'
      | 'store_changed'
      | 'flow_imported'
      | 'flow_published'
      | 'flow_restored'
      | 'buyer_exported'
      | 'buyer_erased'
      | 'answers_exported'
      | 'products_imported'
      | 'products_pinned'
      | 'product_removed'
      | 'categories_changed'
      | 'answer_wanted'
      | 'answer_not_wanted'
    /** @description `GET /api/v1/audit?before=&action=&limit=`: newest first. `next` is the `before` of the page below; left out on the last one. Without `actor` it was the system, or somebody who is not known. Addresses are kept for seven days. */
    AuditEntry: {
      action: components['schemas']['AuditAction']
      actor?: string
      address?: string
      at: components['schemas']['Instant']
      details?: {
        [key: string]: string | number | boolean | null
      }
      id: number
      subject?: string
    }
    AuditLog: {
      entries: components['schemas']['AuditEntry'][]
      next?: number
    }
    /** @enum {string} */
    Author: 'buyer' | 'robot' | 'agent' | 'system'
    /** @description `POST /api/v1/store/avatar`: a PNG, JPEG or WebP in Base64; its bytes say which. `DELETE` takes it away. */
    AvatarBody: {
      image: string
    }
    /** @description A block that came, went, or has other settings; its links, texts and questions are listed by themselves. */
    BlockChange: {
      block: string
      /** @enum {string} */
      change: 'added' | 'removed' | 'changed'
      kind: string
      parts: components['schemas']['PartChange'][]
      title: string
    }
    /** @description Everything about a kind of block but what it does. */
    BlockDescription: {
      fields?: {
        /** @constant */
        additionalProperties: false
        properties: {
          [key: string]: components['schemas']['FieldSchema']
        }
        required?: string[]
        /** @constant */
        type: 'object'
      }
      kind: components['schemas']['VendorName']
      labels?: {
        [key: string]: components['schemas']['Words']
      }
      says?: components['schemas']['Words']
      /** @enum {string} */
      text?: 'required' | 'optional'
      title: components['schemas']['Words']
      ways?: components['schemas']['WayDescription'][]
    }
    /** @description `GET /api/v1/conversations/:id/export`: everything that is kept of a buyer, as a file to hand over. */
    BuyerExport: {
      answers: components['schemas']['CollectedAnswer'][]
      contacts: components['schemas']['Contact'][]
      conversation: {
        beganAt: components['schemas']['Instant']
        handling: components['schemas']['Handling']
        id: string
        lastAt: components['schemas']['Instant']
        locale: string
        name: string | null
      }
      exportedAt: components['schemas']['Instant']
      /** @constant */
      format: 'shopbell.buyer.v1'
      messages: components['schemas']['Message'][]
      orders: components['schemas']['Order'][]
      products: {
        at: components['schemas']['Instant']
        /** @enum {string} */
        kind: 'viewed' | 'asked' | 'shown' | 'opened'
        ref: string
        times: number
      }[]
    }
    /** @description The list for cards: a line above it, which may be empty, and the questions in their order. */
    CardList: {
      lead:
        | string
        | {
            [key: string]: string
          }
      questions: components['schemas']['CardQuestion'][]
    }
    CardListBody: {
      revision: number
      settings: components['schemas']['CardList']
    }
    /** @description `GET` and `POST /api/v1/settings/card-list`. */
    CardListDesk: {
      changedAt?: components['schemas']['Instant']
      changedBy?: string
      mayChange: boolean
      revision: number
      settings: components['schemas']['CardList']
    }
    /** @description A question of the list that buyers get who send an order or a product. */
    CardQuestion: {
      answer:
        | string
        | {
            [key: string]: string
          }
      id: string
      on: boolean
      question:
        | string
        | {
            [key: string]: string
          }
    }
    /** @description `POST /api/v1/products/import?dryRun=`, a CSV or JSON file as it is: all of it or, with one problem, nothing. `created` and `updated` are what was saved, or would be. */
    CatalogueImported: {
      created: number
      problemCount: number
      problems: components['schemas']['ImportProblem'][]
      rows: number
      saved: boolean
      updated: number
    }
    /** @description `GET` and `PUT /api/v1/categories`: all of them, in the seller's order. One that is left out of a `PUT` is gone; its products stay. */
    Categories: {
      categories: components['schemas']['Category'][]
    }
    /** @description A group of products; `parent` is the `ref` of the one it is part of. */
    Category: {
      name: string
      parent?: string
      ref: string
    }
    /** @description `POST /api/v1/categories/changes`: the new list, and the one it was made from. */
    CategoryChanges: {
      from: components['schemas']['Category'][]
      to: components['schemas']['Category'][]
    }
    ChoiceOption: {
      id: string
      label: string
    }
    /** @description A list of questions to tap. `list` is the version of the FAQ list the buyer now holds. */
    ChoicesContent: {
      /** @constant */
      kind: 'choices'
      list?: string
      options: components['schemas']['ChoiceOption'][]
      text?: string
    }
    /** @description What the store takes for thanks or a goodbye; `phrases` null: the list that every store begins with. */
    ClosingPhrases: {
      phrases: string[] | null
    }
    /** @description One answer of a buyer to a smart question, as structured data (SQ-06, WEL-12). `shown` is `value` in the words of the session's locale: the option's label, the number with its unit. */
    CollectedAnswer: {
      at: components['schemas']['Instant']
      question: string
      seq: number
      shown: string
      unit?: string
      value: number | string | string[]
      variable: string
    }
    /** @description `GET /api/v1/answers?state=&version=&from=&to=&before=&limit=`: one row per conversation, the newest conversation first; `columns` are those of this page. The same query at `/api/v1/answers/export` gives all of them as a CSV file. */
    CollectedAnswers: {
      columns: components['schemas']['AnswerColumn'][]
      next?: string
      rows: components['schemas']['AnsweredConversation'][]
    }
    /** @description A contact, and of a buyer’s when it was replied to: by any account, in the chat or on any channel. Left out: not yet. */
    Contact: {
      at: components['schemas']['Instant']
      author?: string
      buyer: string
      /** @enum {string} */
      channel: 'inquiry' | 'mail'
      /** @enum {string} */
      from: 'buyer' | 'store'
      id: string
      repliedAt?: components['schemas']['Instant']
      takenBackAt?: components['schemas']['Instant']
    }
    /** @description `POST /api/v1/contacts`: a contact with a buyer on another channel, as the shop’s own system tells it. `id` is that system’s own: told again, it is replaced. `buyer` is the public id of their conversation. Without `author`, an account of the store, nobody knows whose words they were, and they count as nobody’s reply. What is in the message stays where it is. */
    ContactBody: {
      at: components['schemas']['Instant']
      author?: string
      buyer: string
      /** @enum {string} */
      channel: 'inquiry' | 'mail'
      /** @enum {string} */
      from: 'buyer' | 'store'
      id: string
      takenBackAt?: components['schemas']['Instant']
    }
    /** @description `GET /api/v1/contacts?buyer=`: the newest 100 with this buyer, the newest first. */
    ContactList: {
      contacts: components['schemas']['Contact'][]
    }
    /** @description `GET /api/v1/conversations/:id`: with the last 100 messages; older ones by `GET …/messages?before=<seq>`. */
    ConversationDetail: {
      answers: components['schemas']['CollectedAnswer'][]
      buyerReadSeq: number
      conversation: components['schemas']['ConversationSummary']
      flowVersion?: number
      messages: components['schemas']['ThreadMessage'][]
      silences: components['schemas']['Silence'][]
      timers: components['schemas']['PlannedTimer'][]
    }
    /** @description `GET /api/v1/conversations?view=open|follow|mine|closed|all&before=<cursor>&limit=`: what waits for a person first, oldest wait on top; then by last message. `follow` is what people have to do with, `mine` what waits for anybody and what the asker has. */
    ConversationList: {
      conversations: components['schemas']['ConversationSummary'][]
      next?: string
      waiting: number
    }
    /** @description How many conversations stand at the same place now. `block` is the smart question they are asked, null where none is open; `version` is the one they began with and finish on. */
    ConversationsAt: {
      block: string | null
      count: number
      /** @enum {string} */
      handling: 'robot' | 'waiting' | 'human'
      title: string | null
      version: number | null
    }
    /** @description `GET /api/v1/conversations/search?text=&state=&assignee=&from=&to=&before=&limit=`: every word of `text` in what people wrote, was answered, or in the buyer's name; newest message first. Instants are milliseconds; `assignee` is an account's id or `nobody`. */
    ConversationSearch: {
      conversations: components['schemas']['FoundConversation'][]
      next?: string
    }
    /** @description One row of the conversation list. `waitingSince` is set while the buyer waits for a person; those rows come first, oldest first. */
    ConversationSummary: {
      answers: number
      assignee?: components['schemas']['Holder']
      buyer: {
        locale?: string
        name: string
      }
      handling: components['schemas']['Handling']
      head: number
      id: string
      last?: {
        author: components['schemas']['Author']
        automatic: boolean
        text: string
      }
      lastAt: components['schemas']['Instant']
      unread: number
      waitingSince?: number
    }
    /** @description `GET /api/v1/categories/counted`: all of them, in the seller's order. */
    CountedCategories: {
      categories: {
        name: string
        parent?: string
        products: number
        ref: string
      }[]
    }
    /** @description Dates that are not like their weekday. Of two on one date, the one edited last wins. */
    DatedException: {
      editedAt: components['schemas']['Instant']
      editedBy: string
      from: string
      id: string
      name: string
      people: components['schemas']['DayPlan']
      robot: components['schemas']['DayPlan']
      through: string
    }
    /** @description What holds on the dates of an exception: as on any other week, nothing, all day, ranges of its own, or like a weekday. */
    DayPlan:
      | {
          /** @constant */
          does: 'usual'
        }
      | {
          /** @constant */
          does: 'closed'
        }
      | {
          /** @constant */
          does: 'allDay'
        }
      | {
          /** @constant */
          does: 'ranges'
          ranges: components['schemas']['DayRange'][]
        }
      | {
          /** @constant */
          does: 'like'
          weekday: number
        }
    /** @description A piece of a day, in minutes since its midnight on the wall clock, `until` excluded. It belongs to the day it begins on; an `until` above 1440 lies on the next day: `18:00-09:00` is `{from: 1080, until: 1980}`. */
    DayRange: {
      from: number
      until: number
    }
    /** @description One event on its way to one endpoint. `event` is the `webhook-id` that the receiver sees, at every attempt the same. `status` and `excerpt` are of the last answer; without one, `fault` says why none came. */
    Delivery: {
      at: components['schemas']['Instant']
      attempts: number
      conversation?: string
      event: string
      excerpt?: string
      fault?: components['schemas']['DeliveryFault']
      id: number
      nextAt?: components['schemas']['Instant']
      state: components['schemas']['DeliveryState']
      status?: number
      triedAt?: components['schemas']['Instant']
      type: components['schemas']['WebhookEventType'] | 'webhook.test'
    }
    /** @enum {string} */
    DeliveryFault:
      | 'refused_address'
      | 'unknown_host'
      | 'no_connection'
      | 'certificate_name'
      | 'certificate_dates'
      | 'certificate_authority'
      | 'tls_failed'
      | 'too_slow'
      | 'no_secret'
    /** @description A delivery in an address. */
    DeliveryId: string
    /** @description `GET /api/v1/webhooks/:id/deliveries?state=&before=&limit=`: the newest first; `next` is the `before` of the page below. */
    DeliveryList: {
      deliveries: components['schemas']['Delivery'][]
      next?: number
    }
    /** @enum {string} */
    DeliveryState: 'waiting' | 'delivered' | 'dead'
    /** @description One saved batch; `lane` is empty where an import or a publication moved the draft on. */
    DraftBatch: {
      base: number
      by: string
      lane: string
      operations: unknown[]
      revision: number
    }
    /** @description `GET /api/v1/flow/draft/operations?after=revision`: what was saved since, in order. Old batches are forgotten: where the first one is not `after + 1`, read the whole draft. */
    DraftBatches: {
      batches: components['schemas']['DraftBatch'][]
      revision: number
    }
    /** @description `POST /api/v1/flow/draft`: begins a draft with nothing in it, from the live version, or from a document (a template). Answers like `GET`. 409 `DRAFT_EXISTS` where there is one: it is never replaced by this; 404 where nothing is live. */
    DraftBeginBody: {
      from: 'empty' | 'live' | components['schemas']['OpaqueDocument']
    }
    /** @description With 409 `DRAFT_MOVED`: who moved the draft on since the revision that was to be published, and what changed since. `diff` is null where it is so long ago that it is forgotten. */
    DraftMoved: {
      by: string[]
      diff: components['schemas']['FlowDiff'] | null
      revision: number
    }
    /** @description Saved as `revision`. `missed` is what was saved after `base` and before it, in order. */
    DraftSaved: {
      missed: components['schemas']['DraftBatch'][]
      revision: number
    }
    /** @description A piece of a text; `hit` where it is what was looked for. */
    ExcerptPart: {
      hit: boolean
      text: string
    }
    /** @description What an extension adds, without its code: the console shows its blocks by this. */
    ExtensionDescription: {
      blocks: components['schemas']['BlockDescription'][]
      contents: {
        kind: components['schemas']['VendorName']
        title: components['schemas']['Words']
      }[]
      facts: {
        [key: string]: components['schemas']['FactDescription']
      }
      ranks: boolean
      rules: {
        name: components['schemas']['VendorName']
        says: components['schemas']['Words']
      }[]
      vendor: string
      version: string
    }
    /** @description `GET /api/v1/extensions`: those that this server has loaded. */
    ExtensionList: {
      extensions: components['schemas']['ExtensionDescription'][]
    }
    /** @description What an extension shows in its own way, beside the words that say the same: whoever has no part of the extension shows the words, and nothing is lost. Plain values only, so that it can be kept, searched and exported like any other message. */
    ExtraContent: {
      data: {
        [key: string]: components['schemas']['PlainValue']
      }
      kind: components['schemas']['VendorName']
    }
    /** @description Something an extension knows of a buyer: a name for texts and conditions of its blocks, `{{vendor.name}}`. */
    FactDescription: {
      title: components['schemas']['Words']
      /** @enum {string} */
      type: 'string' | 'number' | 'boolean'
    }
    /** @description One field of a block as JSON Schema, of the few forms that a generic form can show. `default` is what a new block begins with. */
    FieldSchema: {
      default?: components['schemas']['PlainValue']
      enum?: string[]
      maximum?: number
      maxLength?: number
      minimum?: number
      minLength?: number
      /** @enum {string} */
      type: 'string' | 'number' | 'integer' | 'boolean'
    }
    /** @description A file; `url` is short-lived, `size` is in bytes. */
    FileContent: {
      /** @constant */
      kind: 'file'
      name: string
      size: number
      type: string
      url: string
    }
    /** @description What differs between two flows, ready for words. Where blocks stand on the canvas is no change. */
    FlowDiff: {
      blocks: components['schemas']['BlockChange'][]
      links: components['schemas']['LinkChange'][]
      lists: components['schemas']['ListChange'][]
      settings: components['schemas']['SettingChange'][]
      texts: components['schemas']['TextChange'][]
    }
    /** @description `GET /api/v1/flow/draft`. `revision` guards publishing; `base` is the version the draft began from, or was last published as. `hash` is the behaviour hash: where it equals the live version's, publishing would change nothing for buyers. */
    FlowDraft: {
      base?: number
      document: components['schemas']['OpaqueDocument']
      hash: string
      problems: components['schemas']['FlowProblem'][]
      revision: number
      savedAt: components['schemas']['Instant']
      savedBy: string
    }
    /** @description `POST /api/v1/flow/import?dryRun=true|false`: the body is the file, at most 256 KiB. Migrates, validates and, without `dryRun`, makes it the draft. A file that cannot become a draft is refused with 422 and its problems. */
    FlowImported: {
      problems: components['schemas']['FlowProblem'][]
      revision?: number
      saved: boolean
    }
    FlowOperation:
      | {
          at: string[]
          /** @constant */
          op: 'put'
          value: unknown
        }
      | {
          at: string[]
          /** @constant */
          op: 'drop'
        }
      | {
          after: string | null
          at: string[]
          /** @constant */
          op: 'place'
          value: unknown
        }
    /** @description One finding of `validateFlow`. `at` is a JSON Pointer into the document. */
    FlowProblem: {
      at: string
      code: string
      message: string
      /** @enum {string} */
      severity: 'error' | 'warning'
    }
    /** @description `GET /api/v1/flow/versions/:version` (or `live`). The bytes of an export: `GET …/export`. */
    FlowVersionDetail: {
      document: components['schemas']['OpaqueDocument']
      summary: components['schemas']['FlowVersionSummary']
    }
    /** @description `GET /api/v1/flow/versions`: newest first. */
    FlowVersionList: {
      versions: components['schemas']['ListedVersion'][]
    }
    /** @description A published version, without its document. `hash` is the behaviour hash (flow-format rule 3). */
    FlowVersionSummary: {
      hash: string
      live: boolean
      note: string
      publishedAt: components['schemas']['Instant']
      publishedBy: string
      version: number
    }
    /** @description One smart question. Answered by `send` with content `choice`, `text`, or `answer`. */
    FormContent: {
      field: components['schemas']['FormField']
      /** @constant */
      kind: 'form'
      text: string
    }
    /** @description What a smart question wants to know (SQ-06). `choice` is one of the options, `choices` one or more, `date` is `YYYY-MM-DD`. */
    FormField: {
      max?: number
      min?: number
      options?: components['schemas']['ChoiceOption'][]
      /** @enum {string} */
      type: 'choice' | 'choices' | 'number' | 'text' | 'date' | 'file'
      unit?: string
    }
    /** @description A conversation that was found: the message that says why, and the buyer's name in pieces where that is why. */
    FoundConversation: {
      conversation: components['schemas']['ConversationSummary']
      excerpt?: {
        at: components['schemas']['Instant']
        author: components['schemas']['Author']
        parts: components['schemas']['ExcerptPart'][]
        seq: number
      }
      name?: components['schemas']['ExcerptPart'][]
    }
    /**
     * @description A role that somebody can be given; there is one owner, who hands it over.
     * @enum {string}
     */
    GivenRole: 'admin' | 'service_admin' | 'agent'
    /**
     * @description Who speaks for the store in a conversation.
     * @enum {string}
     */
    Handling: 'robot' | 'waiting' | 'human' | 'closed'
    /** @description `POST /api/v1/conversations/:id/handling`: `take` assigns it to the asking account (and opens it again), `assign` to a colleague, `return` gives it back to the robot, `close` ends the session. */
    HandlingBody:
      | {
          /** @constant */
          action: 'take'
          from?: string | null
        }
      | {
          /** @constant */
          action: 'assign'
          from?: string | null
          to: string
        }
      | {
          /** @enum {string} */
          action: 'return' | 'close'
        }
    HandlingChanged: {
      conversation: components['schemas']['ConversationSummary']
    }
    /** @description Today's question list. `holders` got it on this day of the shop and keep it; `changes`: publishing makes another list, which they see on their next day. `answers` says which words a tap on a held list gets: those that are live, or its own. */
    HeldLists: {
      /** @enum {string} */
      answers: 'live' | 'pinned'
      changes: boolean
      holders: number
    }
    /** @description With `TAKEN`: who has the conversation. */
    Holder: {
      id: string
      name: string
    }
    /** @description The body of every answer that is not 2xx: problem details (RFC 9457). `code` is from the error catalogue and what programs look at; `type` is its address on the same server, `title` its name in words, `detail` the sentence that says what went wrong and what to do. `requestId` finds the log line. */
    HttpError: {
      code: string
      detail: string
      errors?: components['schemas']['UnfitPlace'][]
      holder?: components['schemas']['Holder']
      moved?: components['schemas']['DraftMoved']
      problems?: components['schemas']['FlowProblem'][]
      requestId?: string
      retryAfterMs?: number
      scope?: components['schemas']['TokenScope']
      status: number
      title: string
      type: string
    }
    /** @description `row` counts from 1; a CSV's first line, with the names of the columns, is row 1. */
    ImportProblem: {
      /** @enum {string} */
      code:
        | 'NOT_UTF8'
        | 'ROW_UNREADABLE'
        | 'COLUMN_UNKNOWN'
        | 'COLUMN_MISSING'
        | 'VALUE_MISSING'
        | 'VALUE_UNFIT'
        | 'PRICE_UNFIT'
        | 'REF_TWICE'
        | 'TOO_MANY_ROWS'
        | 'TOO_MANY_CATEGORIES'
        | 'FILE_EMPTY'
      column?: string
      message: string
      row: number
    }
    /** @description UTC milliseconds since 1970. */
    Instant: number
    Invitation: {
      email: string
      expiresAt: components['schemas']['Instant']
      id: string
      inviter: string
      madeAt: components['schemas']['Instant']
      role: components['schemas']['GivenRole']
    }
    /** @description `known`: this e-mail signs in here already, and accepts with its own password. */
    InvitationShown: {
      email: string
      expiresAt: components['schemas']['Instant']
      known: boolean
      role: components['schemas']['GivenRole']
      store: string
    }
    /** @description `POST /api/v1/invitations/look`: the token is in no address, so that it is in no log. */
    InvitationToken: {
      token: string
    }
    /** @description `POST /api/v1/invitations` */
    InviteBody: {
      email: string
      role: components['schemas']['GivenRole']
    }
    /** @description How often buyers said that the automatic answer to a question solved their matter, and that it did not. */
    JudgedQuestion: {
      id: string
      question: string
      solved: number
      unsolved: number
    }
    /** @description `GET /api/v1/answers/judged`: the questions whose answers were judged, the one that left most buyers unhelped first. */
    JudgedQuestions: {
      questions: components['schemas']['JudgedQuestion'][]
    }
    /** @description A letter of the store that was tried and did not arrive. It is tried again at `nextAt`; without one it was given up. `again`: it can be sent again, which is so until a day after it was queued. */
    Letter: {
      again: boolean
      id: number
      nextAt?: components['schemas']['Instant']
      queuedAt: components['schemas']['Instant']
      /** @enum {string} */
      reason: 'server_away' | 'server_busy' | 'sign_in_refused' | 'address_refused' | 'letter_refused'
      subject: string
      to: string
      tries: number
    }
    /** @description A letter in an address. */
    LetterId: string
    /** @description `GET /api/v1/letters`: whether this server sends mail at all, and which letters did not arrive, newest first. */
    LetterList: {
      letters: components['schemas']['Letter'][]
      sending: boolean
    }
    /** @description A way that leads elsewhere. `way` says which: where an entry begins (`block` is null), the block's main way, the one taken when the buyer stays silent, or that of an `item` (a choice, a case). null on one side: there was, or is, no such way. */
    LinkChange: {
      after: components['schemas']['LinkEnd'] | null
      before: components['schemas']['LinkEnd'] | null
      block: string | null
      item: string | null
      kind: string | null
      title: string
      /** @enum {string} */
      way: 'entry' | 'main' | 'silence' | 'item'
    }
    /** @description Where a way leads; `block` null: nowhere. */
    LinkEnd: {
      block: string | null
      title: string
    }
    /** @description A question list with another order or other questions; `on` counts those that are on now. */
    ListChange: {
      block: string
      kind: string
      on: number
      questions: components['schemas']['QuestionChange'][]
      title: string
    }
    ListedAccount: {
      createdAt: components['schemas']['Instant']
      disabledAt?: components['schemas']['Instant']
      email: string
      id: string
      lastSeenAt?: components['schemas']['Instant']
      name: string
      role: components['schemas']['Role']
    }
    /** @description A product as the console lists it. `shown` and `opened` count its cards in recommendations. */
    ListedProduct: {
      available: boolean
      category?: string
      currency?: string
      image?: string
      opened: number
      pinned?: number
      price?: string
      published: boolean
      ref: string
      sales: number
      shown: number
      title: string
      updatedAt: components['schemas']['Instant']
      url?: string
    }
    /** @description A version in the history. `begun` counts the conversations that began with it: a buyer who comes again begins again. */
    ListedVersion: {
      begun: number
      hash: string
      live: boolean
      note: string
      publishedAt: components['schemas']['Instant']
      publishedBy: string
      version: number
    }
    MenuBody: {
      revision: number
      settings: components['schemas']['MenuSettings']
    }
    /** @description `GET` and `POST /api/v1/settings/menu`. */
    MenuDesk: {
      changedAt?: components['schemas']['Instant']
      changedBy?: string
      mayChange: boolean
      revision: number
      settings: components['schemas']['MenuSettings']
    }
    /** @description An entry of the menu. `name` empty, in the buyer’s and in the store’s own language: its usual name, in the buyer’s language. */
    MenuEntry: {
      gives: components['schemas']['MenuGives']
      id: string
      name:
        | string
        | {
            [key: string]: string
          }
      on: boolean
    }
    /** @description What an entry gives: the buyer’s orders, new products, categories to choose from, or what the seller made of it. */
    MenuGives:
      | {
          /** @constant */
          does: 'orders'
        }
      | {
          /** @constant */
          does: 'arrivals'
        }
      | {
          categories: string[]
          /** @constant */
          does: 'categories'
        }
      | {
          /** @constant */
          does: 'link'
          url: string
        }
      | {
          /** @constant */
          does: 'answer'
          question: string
        }
      | {
          /** @constant */
          does: 'person'
        }
    /** @description The self-service menu, in its order. */
    MenuSettings: {
      entries: components['schemas']['MenuEntry'][]
    }
    /** @description One stored message. `seq` is dense per conversation: 1, 2, 3 … in commit order. `id` is the client id and comes only with the buyer's own messages; `replyTo` is the seq of the message that was tapped or answered; `solved` is what the buyer says of an automatic answer, left out where nothing. */
    Message: {
      at: components['schemas']['Instant']
      author: components['schemas']['Author']
      content: components['schemas']['MessageContent']
      id?: string
      kind: components['schemas']['MessageKind']
      replyTo?: number
      seq: number
      solved?: boolean
      /** @constant */
      type: 'message'
    }
    /** @description What a stored message can hold. The robot's, the agents' and the buyers' messages use the same kinds. */
    MessageContent:
      | components['schemas']['TextContent']
      | components['schemas']['ChoicesContent']
      | components['schemas']['FormContent']
      | components['schemas']['ProductsContent']
      | components['schemas']['OrderContent']
      | components['schemas']['FileContent']
      | components['schemas']['NoteContent']
    /** @enum {string} */
    MessageKind:
      | 'buyer'
      | 'human'
      | 'opening'
      | 'welcome'
      | 'recommendation'
      | 'faq_list'
      | 'faq_answer'
      | 'smart_question'
      | 'smart_closing'
      | 'reminder'
      | 'flow_message'
      | 'product_card_reply'
      | 'order_card_list'
      | 'order_card_answer'
      | 'self_menu_reply'
      | 'status_first'
      | 'status_busy'
      | 'status_closing'
      | 'away'
      | 'transfer_notice'
      | 'csat'
      | 'note'
    /** @description `GET /api/v1/conversations/:id/messages?before=<seq>&limit=`: up to 100, ascending. */
    MessagePage: {
      messages: components['schemas']['ThreadMessage'][]
      silences: components['schemas']['Silence'][]
    }
    /** @description `POST /api/v1/account`: what colleagues and buyers of this store call you. */
    MyNameBody: {
      name: string
    }
    /** @description `POST /api/v1/account/password`: signs out all your other browsers. */
    MyPasswordBody: {
      current: string
      password: string
    }
    /** @description A browser in which you are signed in. */
    MySession: {
      address?: string
      browser?: string
      createdAt: components['schemas']['Instant']
      here: boolean
      id: string
      lastSeenAt: components['schemas']['Instant']
      store: string
    }
    /** @description `GET /api/v1/account/sessions`; `DELETE /api/v1/account/sessions/:id` ends one, `DELETE /api/v1/account/sessions` all but the one that asks. */
    MySessions: {
      sessions: components['schemas']['MySession'][]
    }
    /** @description `GET /api/v1/stores`: where you have an account. `POST /api/v1/session/store` goes to one of them. */
    MyStore: {
      here: boolean
      id: string
      name: string
      role: components['schemas']['Role']
    }
    MyStores: {
      stores: components['schemas']['MyStore'][]
    }
    /** @description `POST /api/v1/products/named`: these products, as a list without more; those that the store does not have are left out. */
    NamedProducts: {
      refs: string[]
    }
    /** @description `POST /api/v1/conversations/:id/needs-answer`: says by hand whether a buyer's message needs an answer in what is counted. Answers the message. */
    NeedsAnswerBody: {
      needsAnswer: boolean
      seq: number
    }
    /** @description `POST /api/v1/passkeys`: what the device made of the wish. 422 `PASSKEY_UNFIT`. */
    NewPasskeyBody: {
      attestationObject: string
      clientDataJSON: string
      id: string
      name: string
    }
    /** @description `POST /api/v1/stores`: another store, whose owner is who makes it. */
    NewStoreBody: {
      defaultLocale: string
      name: string
      timeZone: string
    }
    /** @description A line of the system that both sides see: a person took over, the conversation was closed, … `code` names it for clients. */
    NoteContent: {
      /** @enum {string} */
      code: 'waiting_for_person' | 'person_joined' | 'robot_returned' | 'closed'
      /** @constant */
      kind: 'note'
      text: string
    }
    /** @description By what an account wants to be told that a buyer waits; each can be switched off by itself. */
    Notices: {
      badge: boolean
      desktop: boolean
      mail: boolean
      sound: boolean
    }
    /** @description A flow travels as an opaque document of bounded size; its schema is the engine's. */
    OpaqueDocument: {
      [key: string]: unknown
    }
    /** @description An order of the shop's own system. `buyer` is whose it is: the public id of their conversation, and only that buyer sees its card. `state` is shown as it stands. */
    Order: {
      buyer: string
      currency?: string
      lines: {
        product?: string
        quantity: number
        title: string
      }[]
      orderedAt: components['schemas']['Instant']
      ref: string
      state: string
      title: string
      total?: string
      url?: string
    }
    /** @description `PUT /api/v1/orders`: puts or replaces, by `ref`. */
    OrderBatch: {
      orders: components['schemas']['Order'][]
    }
    /** @description An order card, shown only to its own buyer. */
    OrderContent: {
      items: number
      /** @constant */
      kind: 'order'
      ref: string
      status: string
      title: string
      url?: string
    }
    /** @description `GET /api/v1/orders?text=&buyer=&state=&before=&limit=`: the newest first; `text` is looked for in ref and title. `next` is the `before` of the page below; the first page has the `states` that orders of the store are in. */
    OrderList: {
      next?: string
      orders: components['schemas']['Order'][]
      states?: string[]
    }
    OrdersPut: {
      created: number
      updated: number
    }
    /** @description `POST /api/v1/widget/origins`, and the query of `DELETE` on the same address. */
    OriginBody: {
      origin: string
    }
    /** @description `POST /api/v1/accounts/:id/ownership`, with the owner's password. */
    OwnershipBody: {
      password: string
    }
    /** @description `POST /api/v1/settings/reception/mine` and `/accounts/:id`: an account's own; null: it follows the store from now on. */
    OwnReceptionBody: {
      revision: number
      settings: components['schemas']['ReceptionSettings'] | null
    }
    /** @description `POST /api/v1/settings/status-replies/mine` and `/accounts/:id`: an account's own; null: it follows the store from now on. */
    OwnStatusBody: {
      revision: number
      settings: components['schemas']['StatusReplies'] | null
    }
    /** @description A setting of a block. Values that are more than a word (a condition) are null on both sides. */
    PartChange: {
      after: (string | number | boolean) | null
      before: (string | number | boolean) | null
      part: string
    }
    /** @description A passkey of one's own. */
    Passkey: {
      createdAt: components['schemas']['Instant']
      id: string
      lastUsedAt?: components['schemas']['Instant']
      name: string
    }
    /** @description `POST /api/v1/session/passkey/challenges`: good once, for five minutes, and from the address that asked. */
    PasskeyChallenge: {
      challenge: string
      rpId: string
    }
    /** @description `GET /api/v1/passkeys`: newest first. `DELETE /api/v1/passkeys/:id` takes one away and answers 204. */
    PasskeyList: {
      passkeys: components['schemas']['Passkey'][]
    }
    /** @description `POST /api/v1/passkeys/:id`: another name for it. */
    PasskeyNameBody: {
      name: string
    }
    /** @description `POST /api/v1/session/passkey`: signs in, like a password. 401 `PASSKEY_UNKNOWN`. */
    PasskeyProofBody: {
      authenticatorData: string
      clientDataJSON: string
      id: string
      signature: string
    }
    /** @description What a browser makes a passkey with. The challenge is good once, for five minutes, and for the session that asked. */
    PasskeyWish: {
      challenge: string
      known: string[]
      rp: {
        id: string
        name: string
      }
      user: {
        displayName: string
        id: string
        name: string
      }
    }
    /** @description `POST /api/v1/passkeys/challenges`: who adds a way in shows that they know the password. 401 `WRONG_PASSWORD`. */
    PasskeyWishBody: {
      password: string
    }
    /** @description `GET /api/v1/accounts` */
    People: {
      accounts: components['schemas']['ListedAccount'][]
      invitations: components['schemas']['Invitation'][]
    }
    /** @description `POST /api/v1/products/pinned`: the new order, and the one it was made from. */
    PinnedBody: {
      from: string[]
      to: string[]
    }
    /** @description `GET /api/v1/products/pinned`: the products recommended first, in the seller's order. */
    PinnedProducts: {
      pinned: components['schemas']['ListedProduct'][]
    }
    /** @description One value of an extension: plain, and short enough to be journalled with every step that it led to. */
    PlainValue: string | number | boolean
    /** @description What the robot has planned for a conversation: "reminder at 14:05". */
    PlannedTimer: {
      block: string
      dueAt: components['schemas']['Instant']
      /** @enum {string} */
      kind: 'reminder' | 'timeout' | 'other'
    }
    /** @description A product as the shop's own system knows it. With a `currency` the price is a number such as `3.75`; without one it is text that buyers read as it stands. What is left out is empty; a product is available and published unless it says otherwise, and its `sales` stay. */
    Product: {
      available?: boolean
      category?: string
      currency?: string
      image?: string
      price?: string
      published?: boolean
      ref: string
      sales?: number
      title: string
      url?: string
    }
    /** @description `PUT /api/v1/products`: puts or replaces, by `ref`; repeating it changes nothing. */
    ProductBatch: {
      products: components['schemas']['Product'][]
    }
    ProductCard: {
      image?: string
      price?: string
      ref: string
      title: string
      url?: string
    }
    /** @description `POST /api/v1/products/changes`: what is left out stays. */
    ProductChanges: {
      available?: boolean
      published?: boolean
      ref: string
    }
    /** @description `GET /api/v1/products?text=&category=&state=&before=&limit=`: by title; `next` is the `before` of the page below. */
    ProductList: {
      next?: string
      products: components['schemas']['ListedProduct'][]
    }
    /** @description Product-card replies: the switch, and a rule per text. */
    ProductReplies: {
      on: boolean
      rules: components['schemas']['ProductReply'][]
    }
    ProductRepliesBody: {
      revision: number
      settings: components['schemas']['ProductReplies']
    }
    /** @description `GET` and `POST /api/v1/settings/product-replies`. */
    ProductRepliesDesk: {
      changedAt?: components['schemas']['Instant']
      changedBy?: string
      mayChange: boolean
      revision: number
      settings: components['schemas']['ProductReplies']
    }
    /** @description What buyers get who send one of `products`. With an `image` or a `url` the product’s card comes with it, wearing them. */
    ProductReply: {
      id: string
      image?: string
      products: string[]
      text:
        | string
        | {
            [key: string]: string
          }
      url?: string
    }
    /** @description Product cards, resolved by the server from the store's own catalogue. */
    ProductsContent: {
      items: components['schemas']['ProductCard'][]
      /** @constant */
      kind: 'products'
      text?: string
    }
    ProductsPut: {
      created: number
      updated: number
    }
    /** @description `POST /api/v1/flow/publish`: 409 `DRAFT_MOVED` (with `moved`) when `revision` is no longer the draft's, 422 `FLOW_HAS_PROBLEMS` with all of them. */
    PublishBody: {
      note?: string
      revision: number
    }
    Published: {
      problems: components['schemas']['FlowProblem'][]
      version: components['schemas']['FlowVersionSummary']
    }
    /** @description `GET /api/v1/flow/publish-preview`: what publishing the draft of `revision` would do. `diff` is to the live version. */
    PublishPreview: {
      conversations: components['schemas']['ConversationsAt'][]
      diff: components['schemas']['FlowDiff']
      lists: components['schemas']['HeldLists']
      live: components['schemas']['FlowVersionSummary'] | null
      name: string
      next: number
      problems: components['schemas']['FlowProblem'][]
      revision: number
      savedAt: components['schemas']['Instant']
      savedBy: string
    }
    /** @description What happened to a question of a list. `place` counts from 1: where it stands now, of a removed one where it stood. */
    QuestionChange: {
      /** @enum {string} */
      change: 'added' | 'removed' | 'switchedOn' | 'switchedOff' | 'moved'
      id: string
      on: boolean
      place: number
      words: string
    }
    /** @description `POST /api/v1/conversations/:id/read`: the asking account has seen everything up to `seq`. Answers 204. */
    ReadBody: {
      seq: number
    }
    /** @description `POST /api/v1/settings/reception`: all settings of the store at once, and the revision they were changed from. */
    ReceptionBody: {
      revision: number
      settings: components['schemas']['ReceptionSettings']
    }
    /** @description `POST /api/v1/settings/reception/copies`: gives the store's settings to these accounts as their own. */
    ReceptionCopies: {
      to: string[]
    }
    /** @description `GET /api/v1/settings/reception`: the store's settings, which accounts follow, and those of accounts: of all for who keeps the robot, else one's own. `revision` grows with every save; 0: nobody ever saved. */
    ReceptionDesk: {
      accounts: {
        changedAt?: components['schemas']['Instant']
        changedBy?: string
        id: string
        name: string
        revision: number
        self: boolean
        settings: components['schemas']['ReceptionSettings'] | null
      }[]
      keeper: boolean
      store: {
        changedAt?: components['schemas']['Instant']
        changedBy?: string
        revision: number
        settings: components['schemas']['ReceptionSettings']
      }
      storeZone: string
    }
    /** @description The parts of the reception that can be switched off one by one. */
    ReceptionParts: {
      faq_list: boolean
      recommendation: boolean
      smart_questions: boolean
      welcome: boolean
    }
    /** @description When the robot receives buyers, and when people do. */
    ReceptionSettings: {
      exceptions: components['schemas']['DatedException'][]
      /** @enum {string} */
      mode: 'off' | 'always' | 'custom'
      office: components['schemas']['Week'] | null
      parts: components['schemas']['ReceptionParts']
      robot: components['schemas']['Week']
      timeZone: string | null
    }
    /** @description `POST /api/v1/webhooks/:id/deliveries/again`: every one that was given up for an event at `since` or later, a thousand at most. */
    RedeliverBody: {
      since: number
    }
    Redelivered: {
      count: number
    }
    /** @description `POST /api/v1/store/removal`: its name, typed, and the owner's password. */
    RemoveStoreBody: {
      name: string
      password: string
    }
    /** @description `POST /api/v1/conversations/:id/replies`: a person's words; the robot is silent from then on. Repeat with the same `id`. */
    ReplyBody: {
      /** @constant */
      assisted?: true
      id: string
      text: string
    }
    ReplyStored: {
      seq: number
    }
    /** @description `POST /api/v1/password-resets/use`: ends all sessions of the person and answers 204. */
    ResetBody: {
      password: string
      token: string
    }
    /** @description `POST /api/v1/password-resets`: the same answer whoever asks for whomever. */
    ResetRequest: {
      email: string
    }
    /** @description `mails`: this server sends mail at all. */
    ResetRequested: {
      mails: boolean
    }
    /** @description `POST /api/v1/flow/versions/:version/restore`: publishes an old version's content as the next one. 409 `ALREADY_LIVE` where buyers get just that; 422 `FLOW_HAS_PROBLEMS` where today's rule book refuses it. Answers like publishing. The draft keeps its words. */
    RestoreBody: {
      note?: string
    }
    /** @enum {string} */
    Role: 'owner' | 'admin' | 'service_admin' | 'agent'
    /** @description `POST /api/v1/settings/profile`: the rule book from the next midnight on, and the revision it was chosen at. Today’s takes a change back. */
    RuleBookBody: {
      choice: components['schemas']['RuleBookChoice']
      revision: number
    }
    /** @description Values that a store’s own rule book has instead of those it is based on; what is left out is the base’s. */
    RuleBookChanges: {
      counting?: {
        autoCounts?: components['schemas']['MessageKind'][]
        autoMarksRead?: boolean
        autoNotifiesAgent?: boolean
      }
      reception?: {
        automaticPerHour?: number
        faq?: {
          /** @enum {string} */
          answerBinding?: 'live' | 'pinned'
          answerMax?: number
          /** @enum {string} */
          countMode?: 'grapheme' | 'cjk'
          maxCreated?: number
          maxEnabled?: number
          oncePerDay?: boolean
          questionMax?: number
          refreshNeedsTap?: boolean
        }
        idleDays?: number | null
        order?: ('welcome' | 'recommendation' | 'faq_list' | 'smart_questions')[]
        sessionGapHours?: number
        smartQuestions?: {
          max?: number
        }
        /** @enum {string} */
        trigger?: 'first_message_after_idle' | 'first_chat_open_of_day'
        welcomeMax?: number
      }
    }
    /** @description A rule book: the built-in one of this name, or (`changes` is not null) the store’s own, based on it. */
    RuleBookChoice: {
      base: string
      changes: components['schemas']['RuleBookChanges'] | null
    }
    /** @description `GET /api/v1/settings/profile`: the rule book of today, the one of a later day where another was chosen, and the store’s own, to be taken up again. `revision` grows with every save; 0: nobody ever saved. */
    RuleBookDesk: {
      changedAt?: components['schemas']['Instant']
      changedBy?: string
      changesFrom: string
      history: components['schemas']['RuleBookSince'][]
      keeper: boolean
      next: {
        choice: components['schemas']['RuleBookChoice']
        from: string
      } | null
      own: components['schemas']['RuleBookChoice'] | null
      revision: number
      storeZone: string
      today: components['schemas']['RuleBookChoice']
    }
    /** @description A rule book from 00:00 of a calendar day of the store on; `from` null: the one it began with, which nobody chose. */
    RuleBookSince: {
      changedAt?: components['schemas']['Instant']
      changedBy?: string
      choice: components['schemas']['RuleBookChoice']
      from: string | null
    }
    /** @description A link that works once. It is shown this once; `mailed`: it is also on its way to its address. */
    SecretLink: {
      expiresAt: components['schemas']['Instant']
      link: string
      mailed: boolean
    }
    /** @description What belongs to no block: `name`, `id`, `defaultLocale`, a `language` that came or went, a `variable` that nobody asks for. */
    SettingChange: {
      after: string | null
      before: string | null
      part: string
    }
    /** @description `POST /api/v1/setup` with the token of the one-time link: creates the owner's account and signs in. */
    SetupBody: {
      email: string
      name: string
      password: string
      token: string
    }
    /** @description `GET /api/v1/setup` */
    SetupState: {
      needed: boolean
    }
    /** @description `GET /api/v1/session`, and the answer to setup and sign-in. */
    SignedIn: {
      account: {
        email: string
        id: string
        name: string
        role: components['schemas']['Role']
      }
      store: {
        defaultLocale: string
        id: string
        name: string
        ruleBook: components['schemas']['RuleBookChoice']
        ruleBookHoldsMs: number
      }
    }
    /** @description `POST /api/v1/session`: sign in. */
    SignInBody: {
      email: string
      password: string
    }
    /** @description Why the robot said nothing after the message numbered `after` (0: before the first one), with what the decision was made from. The codes are those of docs/errors.md; one that a console does not know is not shown. */
    Silence: {
      after: number
      at: components['schemas']['Instant']
      because?: {
        [key: string]: string | number | boolean | null
      }
      code: string
    }
    /** @description `POST /api/v1/socket-tickets`: good once, for thirty seconds. */
    SocketTicket: {
      expiresAt: components['schemas']['Instant']
      ticket: string
    }
    /** @description `POST /api/v1/settings/status-replies`: all of the store's at once, and the revision they were changed from. */
    StatusBody: {
      revision: number
      settings: components['schemas']['StatusReplies']
    }
    /** @description `GET /api/v1/settings/status-replies`: the store's, which accounts follow, and those of accounts: of all for who keeps the robot, else one's own. `answerMax`: the most characters of a reply, by the store's rule book. */
    StatusDesk: {
      accounts: {
        changedAt?: components['schemas']['Instant']
        changedBy?: string
        id: string
        name: string
        revision: number
        self: boolean
        settings: components['schemas']['StatusReplies'] | null
      }[]
      answerMax: number
      keeper: boolean
      store: {
        changedAt?: components['schemas']['Instant']
        changedBy?: string
        revision: number
        settings: components['schemas']['StatusReplies']
      }
    }
    /** @description What the robot says for a person: at a buyer's first message, while busy, to thanks, and when nobody is there. */
    StatusReplies: {
      away: components['schemas']['StatusReplySetting']
      busy: components['schemas']['StatusReplySetting']
      closing: components['schemas']['StatusReplySetting']
      first: components['schemas']['StatusReplySetting']
    }
    /** @description One reply: whether it is given, its words, and how long it waits whether a person is faster. */
    StatusReplySetting: {
      delaySeconds: number
      on: boolean
      text:
        | string
        | {
            [key: string]: string
          }
    }
    /** @description `POST /api/v1/store`: what is left out stays; a `shownName` of null is the name again. */
    StoreChanges: {
      defaultLocale?: string
      name?: string
      shownName?: string | null
      timeZone?: string
    }
    StoreCreated: {
      id: string
    }
    /** @description `GET /api/v1/store`. `shownName` is what buyers read where it differs from the name. */
    StoreSettings: {
      avatar?: string
      defaultLocale: string
      id: string
      name: string
      shownName?: string
      timeZone: string
    }
    SwitchStoreBody: {
      store: string
    }
    /** @description A text in one language; `part` is `text`, `question`, `answer`, `label`, `reminder`. `item` names whose, in words. */
    TextChange: {
      after: string | null
      before: string | null
      block: string
      item: string | null
      kind: string | null
      locale: string
      part: string
      title: string
    }
    /** @description Source text with the small markup of `parseMarkup`; never HTML. */
    TextContent: {
      extra?: components['schemas']['ExtraContent']
      /** @constant */
      kind: 'text'
      text: string
    }
    /** @description A message as the people of the store see it: with what buyers do not get to see. */
    ThreadMessage: {
      /** @constant */
      assisted?: true
      at: components['schemas']['Instant']
      author: components['schemas']['Author']
      by?: string
      content: components['schemas']['MessageContent']
      id?: string
      kind: components['schemas']['MessageKind']
      needsAnswer?: boolean
      replyTo?: number
      seq: number
      solved?: boolean
      /** @constant */
      type: 'message'
    }
    /** @enum {string} */
    TokenScope:
      | 'flow:read'
      | 'flow:write'
      | 'flow:publish'
      | 'conversations:read'
      | 'conversations:write'
      | 'answers:read'
      | 'buyers:export'
      | 'buyers:erase'
      | 'catalogue:read'
      | 'catalogue:write'
      | 'orders:read'
      | 'orders:write'
      | 'settings:read'
      | 'settings:write'
      | 'webhooks:read'
      | 'webhooks:write'
    /** @description One place in a request that does not fit: `pointer` is a JSON Pointer as a fragment (`#/scopes/0`) into the part `in`. */
    UnfitPlace: {
      detail: string
      /** @enum {string} */
      in: 'body' | 'query' | 'header'
      pointer: string
    }
    /** @description A name that an extension brings: its vendor, a slash, its own name. */
    VendorName: string
    /** @description `GET /api/v1/flow/versions/:a/diff/:b`: what changes from a to b. */
    VersionsDiff: {
      diff: components['schemas']['FlowDiff']
      from: components['schemas']['FlowVersionSummary']
      to: components['schemas']['FlowVersionSummary']
    }
    /** @description A way out of a block beside its main one. `text`: whether what the block says on this way has to be written. */
    WayDescription: {
      id: string
      /** @enum {string} */
      text?: 'required' | 'optional'
      title: components['schemas']['Words']
    }
    /** @description An endpoint of the store. Its secrets are shown when they are made, and never again. */
    Webhook: {
      active: boolean
      createdAt: components['schemas']['Instant']
      dead: number
      events: components['schemas']['WebhookEventType'][]
      failingSince?: number
      id: string
      name: string
      off?: components['schemas']['WebhookOff']
      oldSecretUntil?: number
      url: string
      waiting: number
    }
    /** @description `POST /api/v1/webhooks`: `WEBHOOK_URL_REFUSED` where nothing may be sent there, `WEBHOOKS_FULL` where there are ten. */
    WebhookBody: {
      events: components['schemas']['WebhookEventType'][]
      name?: string
      url: string
    }
    /** @description `PATCH /api/v1/webhooks/:id`: what is left out stays. Switching it on forgets why the server had switched it off. */
    WebhookChanges: {
      active?: boolean
      events?: components['schemas']['WebhookEventType'][]
      name?: string
      url?: string
    }
    /** @description `secret` is shown this once. */
    WebhookCreated: {
      secret: string
      webhook: components['schemas']['Webhook']
    }
    /** @enum {string} */
    WebhookEventType:
      | 'message.stored'
      | 'answer.collected'
      | 'conversation.handoff'
      | 'conversation.closed'
      | 'flow.published'
    /** @description `GET /api/v1/webhooks`: the oldest first. */
    WebhookList: {
      webhooks: components['schemas']['Webhook'][]
    }
    /**
     * @description Why the server switched an endpoint off: it answered 410 Gone, or nothing arrived there for days.
     * @enum {string}
     */
    WebhookOff: 'gone' | 'failing'
    /** @description `POST /api/v1/webhooks/:id/secret`: for a day both are signed with, so that the receiver can change over. */
    WebhookSecret: {
      oldSecretUntil: number
      secret: string
    }
    /** @description `POST /api/v1/webhooks/:id/test`: the test is on its way; its delivery tells what became of it. */
    WebhookTested: {
      delivery: number
    }
    /** @description The ranges of seven days, Monday first. */
    Week: components['schemas']['DayRange'][][]
    /** @description `GET /api/v1/widget`: everything about the chat on shop pages. `pages` has the newest first. */
    WidgetDesk: {
      allowedOrigins: string[]
      avatar?: string
      name: string
      pages: components['schemas']['WidgetPage'][]
      revision: number
      settings: components['schemas']['WidgetSettings']
      store: string
    }
    /** @description A page that loaded the chat, or tried to: its origin, and its path where the browser told it, without query. */
    WidgetPage: {
      allowed: boolean
      at: components['schemas']['Instant']
      origin: string
      path?: string
    }
    /** @description How a store's chat looks and speaks on shop pages. `language` is the page's own, or always one. */
    WidgetSettings: {
      brand: string | null
      contact: {
        consent: {
          en: string
          'zh-CN': string
        }
        on: boolean
      }
      /** @enum {string} */
      language: 'page' | 'en' | 'zh-CN'
      offsetX: number
      offsetY: number
      opening: {
        en: string
        'zh-CN': string
      }
      /** @enum {string} */
      side: 'right' | 'left'
    }
    /** @description `POST /api/v1/widget`: all settings at once, and the revision they were changed from. */
    WidgetSettingsBody: {
      revision: number
      settings: components['schemas']['WidgetSettings']
    }
    /** @description The same words for readers of each language; English is owed, and stands in for the others. */
    Words: {
      en: string
      'zh-CN'?: string
    }
  }
  responses: {
    /** @description `ALREADY_LIVE`: Buyers get just that already; choose another version. `IDEMPOTENCY_BUSY`: The same request is under way; ask again in a moment for its answer. `IDEMPOTENCY_REUSED`: This Idempotency-Key was used for another request; use a new key for each. */
    'ALREADY_LIVE.IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED': {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'ALREADY_LIVE' | 'IDEMPOTENCY_BUSY' | 'IDEMPOTENCY_REUSED'
        }
      }
    }
    /** @description `AVATAR_UNFIT`: The picture is not a PNG, JPEG or WebP of at most 64 KB; choose another. */
    AVATAR_UNFIT: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'AVATAR_UNFIT'
        }
      }
    }
    /** @description `BAD_TEXT`: The text holds a NUL or half a surrogate pair; send well-formed Unicode. `NOT_UNDERSTOOD`: This is not a message of the protocol; see the docs for the shapes. */
    'BAD_TEXT.NOT_UNDERSTOOD': {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'BAD_TEXT' | 'NOT_UNDERSTOOD'
        }
      }
    }
    /** @description `BUSY`: The server has too much to do; send the same again a little later. `NOT_READY`: The server is not ready; try again in a moment. */
    'BUSY.NOT_READY': {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'BUSY' | 'NOT_READY'
        }
      }
    }
    /** @description `BUSY`: The server has too much to do; send the same again a little later. `NOT_READY`: The server is not ready; try again in a moment. `RETRY`: Others changed this conversation at the same moment; send the same again. */
    'BUSY.NOT_READY.RETRY': {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'BUSY' | 'NOT_READY' | 'RETRY'
        }
      }
    }
    /** @description `CATALOGUE_UNFIT`: These do not fit into the catalogue; the sentence says which one and why. */
    CATALOGUE_UNFIT: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'CATALOGUE_UNFIT'
        }
      }
    }
    /** @description `CONSENT_MISSING`: The contact form needs the words that buyers agree to; write them in one language at least. */
    CONSENT_MISSING: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'CONSENT_MISSING'
        }
      }
    }
    /** @description `CONTACT_UNFIT`: This cannot be kept as a contact; the sentence says why. */
    CONTACT_UNFIT: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'CONTACT_UNFIT'
        }
      }
    }
    /** @description `DRAFT_EXISTS`: There is a draft already; read it, then edit it or import over it. `IDEMPOTENCY_BUSY`: The same request is under way; ask again in a moment for its answer. `IDEMPOTENCY_REUSED`: This Idempotency-Key was used for another request; use a new key for each. */
    'DRAFT_EXISTS.IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED': {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'DRAFT_EXISTS' | 'IDEMPOTENCY_BUSY' | 'IDEMPOTENCY_REUSED'
        }
      }
    }
    /** @description `DRAFT_MOVED`: The draft changed since you looked; read it again, then publish. `IDEMPOTENCY_BUSY`: The same request is under way; ask again in a moment for its answer. `IDEMPOTENCY_REUSED`: This Idempotency-Key was used for another request; use a new key for each. */
    'DRAFT_MOVED.IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED': {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'DRAFT_MOVED' | 'IDEMPOTENCY_BUSY' | 'IDEMPOTENCY_REUSED'
        }
      }
    }
    /** @description `FLOW_HAS_PROBLEMS`: The draft has errors; fix them, then publish. */
    FLOW_HAS_PROBLEMS: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'FLOW_HAS_PROBLEMS'
        }
      }
    }
    /** @description `FLOW_UNREADABLE`: This cannot become the draft; the problems say why and where. */
    FLOW_UNREADABLE: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'FLOW_UNREADABLE'
        }
      }
    }
    /** @description `FORBIDDEN`: Your role may not do this; ask an admin. */
    FORBIDDEN: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'FORBIDDEN'
        }
      }
    }
    /** @description `FORBIDDEN`: Your role may not do this; ask an admin. `ORIGIN_REFUSED`: This page may not connect; add its origin to the allowed ones. */
    'FORBIDDEN.ORIGIN_REFUSED': {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'FORBIDDEN' | 'ORIGIN_REFUSED'
        }
      }
    }
    /** @description `FORBIDDEN`: Your role may not do this; ask an admin. `ORIGIN_REFUSED`: This page may not connect; add its origin to the allowed ones. `PASSWORD_DIFFERS`: This is not your password; type the one you sign in with. */
    'FORBIDDEN.ORIGIN_REFUSED.PASSWORD_DIFFERS': {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'FORBIDDEN' | 'ORIGIN_REFUSED' | 'PASSWORD_DIFFERS'
        }
      }
    }
    /** @description `FORBIDDEN`: Your role may not do this; ask an admin. `ORIGIN_REFUSED`: This page may not connect; add its origin to the allowed ones. `RANK_TOO_LOW`: You may invite and change only people below your own role; ask the owner. */
    'FORBIDDEN.ORIGIN_REFUSED.RANK_TOO_LOW': {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'FORBIDDEN' | 'ORIGIN_REFUSED' | 'RANK_TOO_LOW'
        }
      }
    }
    /** @description `FORBIDDEN`: Your role may not do this; ask an admin. `ORIGIN_REFUSED`: This page may not connect; add its origin to the allowed ones. `SCOPE_MISSING`: This API token may not do this; use one with the scope that is named. */
    'FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING': {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'FORBIDDEN' | 'ORIGIN_REFUSED' | 'SCOPE_MISSING'
        }
      }
    }
    /** @description `FORBIDDEN`: Your role may not do this; ask an admin. `SCOPE_MISSING`: This API token may not do this; use one with the scope that is named. */
    'FORBIDDEN.SCOPE_MISSING': {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'FORBIDDEN' | 'SCOPE_MISSING'
        }
      }
    }
    /** @description `HOURS_UNFIT`: These hours cannot be kept; mend what is listed and save again. */
    HOURS_UNFIT: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'HOURS_UNFIT'
        }
      }
    }
    /** @description `IDEMPOTENCY_BUSY`: The same request is under way; ask again in a moment for its answer. `IDEMPOTENCY_REUSED`: This Idempotency-Key was used for another request; use a new key for each. */
    'IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED': {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'IDEMPOTENCY_BUSY' | 'IDEMPOTENCY_REUSED'
        }
      }
    }
    /** @description `IDEMPOTENCY_BUSY`: The same request is under way; ask again in a moment for its answer. `IDEMPOTENCY_REUSED`: This Idempotency-Key was used for another request; use a new key for each. `SETTINGS_MOVED`: Somebody else saved these settings meanwhile; read them again, then save yours. */
    'IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED.SETTINGS_MOVED': {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'IDEMPOTENCY_BUSY' | 'IDEMPOTENCY_REUSED' | 'SETTINGS_MOVED'
        }
      }
    }
    /** @description `IDEMPOTENCY_BUSY`: The same request is under way; ask again in a moment for its answer. `IDEMPOTENCY_REUSED`: This Idempotency-Key was used for another request; use a new key for each. `TAKEN`: A colleague has this conversation by now; leave it to them, or take it over from them. */
    'IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED.TAKEN': {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'IDEMPOTENCY_BUSY' | 'IDEMPOTENCY_REUSED' | 'TAKEN'
        }
      }
    }
    /** @description `INTERNAL`: Something failed on our side; nothing was changed. Try again, and tell the operator the request id. */
    INTERNAL: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'INTERNAL'
        }
      }
    }
    /** @description `LANGUAGE_UNKNOWN`: This is not a language; choose one such as en or zh-CN. `ZONE_UNKNOWN`: There is no such time zone; choose one such as Asia/Shanghai. */
    'LANGUAGE_UNKNOWN.ZONE_UNKNOWN': {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'LANGUAGE_UNKNOWN' | 'ZONE_UNKNOWN'
        }
      }
    }
    /** @description `LAST_STORE`: You have no other store to go to; create one, then remove this one. */
    LAST_STORE: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'LAST_STORE'
        }
      }
    }
    /** @description `LETTER_TOO_OLD`: This letter is older than a day, so a link in it no longer works; make a new one. */
    LETTER_TOO_OLD: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'LETTER_TOO_OLD'
        }
      }
    }
    /** @description `LINK_UNKNOWN`: This link is used, has expired or was taken back; ask for a new one. */
    LINK_UNKNOWN: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'LINK_UNKNOWN'
        }
      }
    }
    /** @description `NAME_DIFFERS`: This is not the store’s name; type it as it is shown. */
    NAME_DIFFERS: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'NAME_DIFFERS'
        }
      }
    }
    /** @description `NO_DRAFT`: There is no draft; import or edit a flow first. */
    NO_DRAFT: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'NO_DRAFT'
        }
      }
    }
    /** @description `NOT_FOUND`: This does not exist, or is not yours. */
    NOT_FOUND: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'NOT_FOUND'
        }
      }
    }
    /** @description `NOT_FOUND`: This does not exist, or is not yours. `NO_DRAFT`: There is no draft; import or edit a flow first. */
    'NOT_FOUND.NO_DRAFT': {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'NOT_FOUND' | 'NO_DRAFT'
        }
      }
    }
    /** @description `NOT_JSON`: Bodies are JSON; send them as application/json. */
    NOT_JSON: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'NOT_JSON'
        }
      }
    }
    /** @description `NOT_OFFERED`: The shop does not offer that here; choose from its menu, or write. */
    NOT_OFFERED: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'NOT_OFFERED'
        }
      }
    }
    /** @description `NOT_READY`: The server is not ready; try again in a moment. */
    NOT_READY: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'NOT_READY'
        }
      }
    }
    /** @description `NOT_SIGNED_IN`: Sign in first. */
    NOT_SIGNED_IN: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'NOT_SIGNED_IN'
        }
      }
    }
    /** @description `NOT_SIGNED_IN`: Sign in first. `WRONG_PASSWORD`: E-mail and password do not belong together; check both. */
    'NOT_SIGNED_IN.WRONG_PASSWORD': {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'NOT_SIGNED_IN' | 'WRONG_PASSWORD'
        }
      }
    }
    /** @description `NOT_UNDERSTOOD`: This is not a message of the protocol; see the docs for the shapes. */
    NOT_UNDERSTOOD: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'NOT_UNDERSTOOD'
        }
      }
    }
    /** @description `ORIGIN_REFUSED`: This page may not connect; add its origin to the allowed ones. */
    ORIGIN_REFUSED: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'ORIGIN_REFUSED'
        }
      }
    }
    /** @description `ORIGINS_FULL`: A store can allow 100 addresses; remove one first. `ORIGIN_UNFIT`: This is not the address of a site; write https://shop.example or https://*.shop.example. */
    'ORIGINS_FULL.ORIGIN_UNFIT': {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'ORIGINS_FULL' | 'ORIGIN_UNFIT'
        }
      }
    }
    /** @description `PASSKEY_UNFIT`: This passkey was not added; begin again. */
    PASSKEY_UNFIT: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'PASSKEY_UNFIT'
        }
      }
    }
    /** @description `PASSKEY_UNKNOWN`: This passkey does not open anything here; try again, or sign in with your password. */
    PASSKEY_UNKNOWN: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'PASSKEY_UNKNOWN'
        }
      }
    }
    /** @description `PASSKEYS_NEED_NAME`: Browsers make passkeys for names only; open the console under a name instead of an IP address. */
    PASSKEYS_NEED_NAME: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'PASSKEYS_NEED_NAME'
        }
      }
    }
    /** @description `PERSON_ELSEWHERE`: This person works for another store, too; only they can ask for a new password. */
    PERSON_ELSEWHERE: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'PERSON_ELSEWHERE'
        }
      }
    }
    /** @description `PERSON_HERE`: Somebody with this e-mail has an account here already; look at the list of people. */
    PERSON_HERE: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'PERSON_HERE'
        }
      }
    }
    /** @description `PHRASES_UNFIT`: These closing phrases cannot be kept; mend what is listed and save again. */
    PHRASES_UNFIT: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'PHRASES_UNFIT'
        }
      }
    }
    /** @description `RULE_BOOK_UNFIT`: This rule book cannot be kept; mend what is listed and save again. */
    RULE_BOOK_UNFIT: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'RULE_BOOK_UNFIT'
        }
      }
    }
    /** @description `RULES_UNFIT`: These message rules cannot be saved as they are; `problems` says what to change and where. */
    RULES_UNFIT: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'RULES_UNFIT'
        }
      }
    }
    /** @description `SEARCH_TOO_SHORT`: This is too short to look for; write two letters or more, or one Chinese character. */
    SEARCH_TOO_SHORT: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'SEARCH_TOO_SHORT'
        }
      }
    }
    /** @description `SETUP_DONE`: The owner’s account exists; sign in. */
    SETUP_DONE: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'SETUP_DONE'
        }
      }
    }
    /** @description `SETUP_TOKEN_UNKNOWN`: This set-up link is used or unknown; use the link the server printed last. */
    SETUP_TOKEN_UNKNOWN: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'SETUP_TOKEN_UNKNOWN'
        }
      }
    }
    /** @description `STATUS_UNFIT`: These status replies cannot be kept; mend what is listed and save again. */
    STATUS_UNFIT: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'STATUS_UNFIT'
        }
      }
    }
    /** @description `TOO_BIG`: This is larger than allowed; send less at once. */
    TOO_BIG: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'TOO_BIG'
        }
      }
    }
    /** @description `TOO_MANY`: Too many at once; wait before the next. */
    TOO_MANY: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'TOO_MANY'
        }
      }
    }
    /** @description `WEBHOOK_URL_REFUSED`: Nothing may be sent to this address; give one that begins with https:// and is on the public net. */
    WEBHOOK_URL_REFUSED: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'WEBHOOK_URL_REFUSED'
        }
      }
    }
    /** @description `WEBHOOKS_FULL`: A store has at most ten webhooks; delete one that is no longer needed. */
    WEBHOOKS_FULL: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'WEBHOOKS_FULL'
        }
      }
    }
    /** @description `WRONG_PASSWORD`: E-mail and password do not belong together; check both. */
    WRONG_PASSWORD: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['HttpError'] & {
          /** @enum {unknown} */
          code?: 'WRONG_PASSWORD'
        }
      }
    }
  }
  parameters: {
    /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
    IdempotencyKey: string
  }
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  renameMyself: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['MyNameBody']
      }
    }
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  changeMyPassword: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['MyPasswordBody']
      }
    }
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.PASSWORD_DIFFERS']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['BUSY.NOT_READY']
    }
  }
  listMySessions: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MySessions']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  endMyOtherSessions: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  endMySession: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED']
      404: components['responses']['NOT_FOUND']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  listPeople: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['People']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  changeAccount: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AccountChanges']
      }
    }
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.RANK_TOO_LOW']
      404: components['responses']['NOT_FOUND']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  handOverOwnership: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['OwnershipBody']
      }
    }
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.PASSWORD_DIFFERS']
      404: components['responses']['NOT_FOUND']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['BUSY.NOT_READY']
    }
  }
  makeResetLink: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SecretLink']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.RANK_TOO_LOW']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['PERSON_ELSEWHERE']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  listAnswers: {
    parameters: {
      query?: {
        /** @description The `next` of the page above; left out: the first page. */
        before?: string
        /** @description Not before this instant, in UTC milliseconds. */
        from?: string
        /** @description How many rows the page has at the most; left out: as many as there may be. */
        limit?: number
        /** @description Only those in this state. */
        state?: components['schemas']['Handling']
        /** @description Before this instant, in UTC milliseconds. */
        to?: string
        /** @description A version’s number. */
        version?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CollectedAnswers']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  exportAnswers: {
    parameters: {
      query?: {
        /** @description Not before this instant, in UTC milliseconds. */
        from?: string
        /** @description The language of the first line. */
        language?: 'en' | 'zh-CN'
        /** @description Only those in this state. */
        state?: components['schemas']['Handling']
        /** @description Before this instant, in UTC milliseconds. */
        to?: string
        /** @description A version’s number. */
        version?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The file. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/csv': string
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  listJudgedQuestions: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['JudgedQuestions']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  listApiTokens: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ApiTokenList']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  createApiToken: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ApiTokenBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ApiTokenCreated']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  revokeApiToken: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED']
      404: components['responses']['NOT_FOUND']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readAsyncApi: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            [key: string]: unknown
          }
        }
      }
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readAttendance: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Attendance']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  changeAttendance: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AttendanceBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Attendance']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readAuditLog: {
    parameters: {
      query?: {
        /** @description Only entries of this action. */
        action?: components['schemas']['AuditAction']
        /** @description The `next` of the page above; left out: the first page. */
        before?: string
        /** @description How many rows the page has at the most; left out: as many as there may be. */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AuditLog']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  listCategories: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Categories']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  putCategories: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['Categories']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Categories']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['CATALOGUE_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  changeCategories: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['CategoryChanges']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CountedCategories']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED.SETTINGS_MOVED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['CATALOGUE_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  countCategories: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CountedCategories']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  listContacts: {
    parameters: {
      query: {
        /** @description The public id of the buyer’s conversation. */
        buyer: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ContactList']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  recordContact: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ContactBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Contact']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['CONTACT_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  listConversations: {
    parameters: {
      query?: {
        /** @description The `next` of the page above; left out: the first page. */
        before?: string
        /** @description How many rows the page has at the most; left out: as many as there may be. */
        limit?: number
        /** @description Which conversations: `open`, `follow`, `mine`, `closed` or `all`. */
        view?: 'open' | 'follow' | 'mine' | 'closed' | 'all'
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ConversationList']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readConversation: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ConversationDetail']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  eraseBuyer: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  exportBuyer: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['BuyerExport']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  changeHandling: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['HandlingBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['HandlingChanged']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED.TAKEN']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['BUSY.NOT_READY.RETRY']
    }
  }
  listMessages: {
    parameters: {
      query?: {
        /** @description Messages before this `seq`; left out: the newest. */
        before?: string
        /** @description How many rows the page has at the most; left out: as many as there may be. */
        limit?: number
      }
      header?: never
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MessagePage']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  markNeedsAnswer: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NeedsAnswerBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ThreadMessage']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  markRead: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ReadBody']
      }
    }
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  replyToBuyer: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ReplyBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ReplyStored']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      501: components['responses']['NOT_OFFERED']
      503: components['responses']['BUSY.NOT_READY.RETRY']
    }
  }
  searchConversations: {
    parameters: {
      query?: {
        /** @description An account’s id, or `nobody`. */
        assignee?: string
        /** @description The `next` of the page above; left out: the first page. */
        before?: string
        /** @description Not before this instant, in UTC milliseconds. */
        from?: string
        /** @description How many rows the page has at the most; left out: as many as there may be. */
        limit?: number
        /** @description Only those in this state. */
        state?: components['schemas']['Handling']
        /** @description Words to look for. */
        text?: string
        /** @description Before this instant, in UTC milliseconds. */
        to?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ConversationSearch']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      422: components['responses']['SEARCH_TOO_SHORT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  listExtensions: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ExtensionList']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readDraft: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['FlowDraft']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      404: components['responses']['NO_DRAFT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  beginDraft: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['DraftBeginBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['FlowDraft']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND.NO_DRAFT']
      409: components['responses']['DRAFT_EXISTS.IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['FLOW_UNREADABLE']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  listDraftBatches: {
    parameters: {
      query: {
        /** @description The revision after which to read. */
        after: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['DraftBatches']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      404: components['responses']['NO_DRAFT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  saveOperations: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          base: number
          batch: string
          operations: components['schemas']['FlowOperation'][]
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['DraftSaved']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NO_DRAFT']
      409: components['responses']['DRAFT_MOVED.IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['FLOW_UNREADABLE']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  importFlow: {
    parameters: {
      query?: {
        /** @description `true`: save nothing, only tell what would happen. */
        dryRun?: 'true' | 'false'
      }
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': unknown
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['FlowImported']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['FLOW_UNREADABLE']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  publishFlow: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['PublishBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Published']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NO_DRAFT']
      409: components['responses']['DRAFT_MOVED.IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['FLOW_HAS_PROBLEMS']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  previewPublish: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PublishPreview']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      404: components['responses']['NO_DRAFT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  listVersions: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['FlowVersionList']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readVersion: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description A version’s number. */
        version: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['FlowVersionDetail']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  diffVersions: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The version to compare with: its number, or `live`. */
        other: string
        /** @description A version’s number. */
        version: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['VersionsDiff']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  exportVersion: {
    parameters: {
      query?: {
        /** @description What to write; left out: the document itself. */
        as?: 'document' | 'machine' | 'typescript' | 'scxml' | 'mermaid' | 'script'
      }
      header?: never
      path: {
        /** @description A version’s number. */
        version: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The file. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': unknown
          'application/scxml+xml': string
          'text/plain': string
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  restoreVersion: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /** @description A version’s number. */
        version: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['RestoreBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Published']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['ALREADY_LIVE.IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['FLOW_HAS_PROBLEMS']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  inviteColleague: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['InviteBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SecretLink']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.RANK_TOO_LOW']
      409: components['responses']['PERSON_HERE']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  withdrawInvitation: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.RANK_TOO_LOW']
      404: components['responses']['NOT_FOUND']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  acceptInvitation: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SignedIn']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['WRONG_PASSWORD']
      403: components['responses']['ORIGIN_REFUSED']
      404: components['responses']['LINK_UNKNOWN']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['BUSY.NOT_READY']
    }
  }
  lookAtInvitation: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['InvitationToken']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['InvitationShown']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      403: components['responses']['ORIGIN_REFUSED']
      404: components['responses']['LINK_UNKNOWN']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  listLetters: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['LetterList']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  sendLetterAgain: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The public id of what is meant. */
        id: components['schemas']['LetterId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['LETTER_TOO_OLD']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readOpenApi: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            [key: string]: unknown
          }
        }
      }
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  listOrders: {
    parameters: {
      query?: {
        /** @description The `next` of the page above; left out: the first page. */
        before?: string
        /** @description The public id of the buyer’s conversation. */
        buyer?: string
        /** @description How many rows the page has at the most; left out: as many as there may be. */
        limit?: number
        /** @description Only those in this state. */
        state?: string
        /** @description Words to look for. */
        text?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['OrderList']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  putOrders: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['OrderBatch']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['OrdersPut']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['CATALOGUE_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  removeOrder: {
    parameters: {
      query: {
        /** @description The shop’s own name for what is meant. */
        ref: string
      }
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  listPasskeys: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PasskeyList']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  addPasskey: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewPasskeyBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Passkey']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED']
      409: components['responses']['PASSKEYS_NEED_NAME']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['PASSKEY_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  renamePasskey: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['PasskeyNameBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Passkey']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED']
      404: components['responses']['NOT_FOUND']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  removePasskey: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED']
      404: components['responses']['NOT_FOUND']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  wishForPasskey: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['PasskeyWishBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PasskeyWish']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN.WRONG_PASSWORD']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED']
      409: components['responses']['PASSKEYS_NEED_NAME']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['BUSY.NOT_READY']
    }
  }
  requestPasswordReset: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ResetRequest']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ResetRequested']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      403: components['responses']['ORIGIN_REFUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  resetPassword: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ResetBody']
      }
    }
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      403: components['responses']['ORIGIN_REFUSED']
      404: components['responses']['LINK_UNKNOWN']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['BUSY.NOT_READY']
    }
  }
  listProducts: {
    parameters: {
      query?: {
        /** @description The `next` of the page above; left out: the first page. */
        before?: string
        /** @description The `ref` of a category. */
        category?: string
        /** @description How many rows the page has at the most; left out: as many as there may be. */
        limit?: number
        /** @description Only those in this state. */
        state?: 'available' | 'unavailable' | 'hidden'
        /** @description Words to look for. */
        text?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ProductList']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  putProducts: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ProductBatch']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ProductsPut']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['CATALOGUE_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  removeProduct: {
    parameters: {
      query: {
        /** @description The shop’s own name for what is meant. */
        ref: string
      }
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  changeProduct: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ProductChanges']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ListedProduct']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  importProducts: {
    parameters: {
      query?: {
        /** @description `true`: save nothing, only tell what would happen. */
        dryRun?: 'true' | 'false'
      }
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': unknown
        'text/csv': string
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CatalogueImported']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['CATALOGUE_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readProducts: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NamedProducts']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ProductList']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  listPinnedProducts: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PinnedProducts']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  pinProducts: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['PinnedBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PinnedProducts']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED.SETTINGS_MOVED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readSession: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SignedIn']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  signIn: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SignInBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SignedIn']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['WRONG_PASSWORD']
      403: components['responses']['ORIGIN_REFUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['BUSY.NOT_READY']
    }
  }
  signOut: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      403: components['responses']['ORIGIN_REFUSED']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  signInWithPasskey: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['PasskeyProofBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SignedIn']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['PASSKEY_UNKNOWN']
      403: components['responses']['ORIGIN_REFUSED']
      409: components['responses']['PASSKEYS_NEED_NAME']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  challengeAtTheDoor: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PasskeyChallenge']
        }
      }
      403: components['responses']['ORIGIN_REFUSED']
      409: components['responses']['PASSKEYS_NEED_NAME']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  switchStore: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SwitchStoreBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SignedIn']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED']
      404: components['responses']['NOT_FOUND']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readCardList: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CardListDesk']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  saveCardList: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['CardListBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CardListDesk']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED.SETTINGS_MOVED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['RULES_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readClosingPhrases: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            changedAt?: components['schemas']['Instant']
            changedBy?: string
            mayChange: boolean
            revision: number
            settings: components['schemas']['ClosingPhrases']
          }
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  saveClosingPhrases: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          revision: number
          settings: components['schemas']['ClosingPhrases']
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            changedAt?: components['schemas']['Instant']
            changedBy?: string
            mayChange: boolean
            revision: number
            settings: components['schemas']['ClosingPhrases']
          }
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED.SETTINGS_MOVED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['PHRASES_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readMenu: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MenuDesk']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  saveMenu: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['MenuBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MenuDesk']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED.SETTINGS_MOVED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['RULES_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readProductReplies: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ProductRepliesDesk']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  saveProductReplies: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ProductRepliesBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ProductRepliesDesk']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED.SETTINGS_MOVED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['RULES_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readRuleBook: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['RuleBookDesk']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  chooseRuleBook: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['RuleBookBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['RuleBookDesk']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED.SETTINGS_MOVED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['RULE_BOOK_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readReceptionHours: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ReceptionDesk']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  saveReceptionHours: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ReceptionBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ReceptionDesk']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED.SETTINGS_MOVED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['HOURS_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  saveReceptionHoursOf: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['OwnReceptionBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ReceptionDesk']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED.SETTINGS_MOVED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['HOURS_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  copyReceptionHours: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ReceptionCopies']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ReceptionDesk']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  saveMyReceptionHours: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['OwnReceptionBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ReceptionDesk']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED.SETTINGS_MOVED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['HOURS_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readStatusReplies: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['StatusDesk']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  saveStatusReplies: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['StatusBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['StatusDesk']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED.SETTINGS_MOVED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['STATUS_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  saveStatusRepliesOf: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['OwnStatusBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['StatusDesk']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED.SETTINGS_MOVED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['STATUS_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  saveMyStatusReplies: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['OwnStatusBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['StatusDesk']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED.SETTINGS_MOVED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['STATUS_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readSetup: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SetupState']
        }
      }
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  setUpOwner: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SetupBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SignedIn']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['SETUP_TOKEN_UNKNOWN']
      403: components['responses']['ORIGIN_REFUSED']
      409: components['responses']['SETUP_DONE']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['BUSY.NOT_READY']
    }
  }
  issueSocketTicket: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SocketTicket']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readStore: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['StoreSettings']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  changeStore: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['StoreChanges']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['StoreSettings']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['LANGUAGE_UNKNOWN.ZONE_UNKNOWN']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  setAvatar: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AvatarBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['StoreSettings']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['AVATAR_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  removeAvatar: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['StoreSettings']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  removeStore: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['RemoveStoreBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SignedIn']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.PASSWORD_DIFFERS']
      409: components['responses']['LAST_STORE']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['NAME_DIFFERS']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['BUSY.NOT_READY']
    }
  }
  listMyStores: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MyStores']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  createStore: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewStoreBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['StoreCreated']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['LANGUAGE_UNKNOWN.ZONE_UNKNOWN']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readAvatar: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The public id of the store. */
        store: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The file. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'image/jpeg': string
          'image/png': string
          'image/webp': string
        }
      }
      404: components['responses']['NOT_FOUND']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  listWebhooks: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WebhookList']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  createWebhook: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WebhookCreated']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['WEBHOOKS_FULL']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['WEBHOOK_URL_REFUSED']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  removeWebhook: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  changeWebhook: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookChanges']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Webhook']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['WEBHOOK_URL_REFUSED']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  listDeliveries: {
    parameters: {
      query?: {
        /** @description The `next` of the page above; left out: the first page. */
        before?: string
        /** @description How many rows the page has at the most; left out: as many as there may be. */
        limit?: number
        /** @description Only those in this state. */
        state?: components['schemas']['DeliveryState']
      }
      header?: never
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['DeliveryList']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  deliverAgain: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /** @description The id of a delivery. */
        delivery: components['schemas']['DeliveryId']
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Redelivered']
        }
      }
      400: components['responses']['NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  deliverAllAgain: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['RedeliverBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Redelivered']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  renewWebhookSecret: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WebhookSecret']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  testWebhook: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /** @description The public id of what is meant. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WebhookTested']
        }
      }
      400: components['responses']['NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  readWidget: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WidgetDesk']
        }
      }
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.SCOPE_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  saveWidget: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['WidgetSettingsBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WidgetDesk']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED.SETTINGS_MOVED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['CONSENT_MISSING']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  allowOrigin: {
    parameters: {
      query?: never
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['OriginBody']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WidgetDesk']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      413: components['responses']['TOO_BIG']
      415: components['responses']['NOT_JSON']
      422: components['responses']['ORIGINS_FULL.ORIGIN_UNFIT']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
  removeOrigin: {
    parameters: {
      query: {
        /** @description A site, as `https://shop.example`. */
        origin: string
      }
      header?: {
        /** @description A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WidgetDesk']
        }
      }
      400: components['responses']['BAD_TEXT.NOT_UNDERSTOOD']
      401: components['responses']['NOT_SIGNED_IN']
      403: components['responses']['FORBIDDEN.ORIGIN_REFUSED.SCOPE_MISSING']
      404: components['responses']['NOT_FOUND']
      409: components['responses']['IDEMPOTENCY_BUSY.IDEMPOTENCY_REUSED']
      429: components['responses']['TOO_MANY']
      500: components['responses']['INTERNAL']
      503: components['responses']['NOT_READY']
    }
  }
}
